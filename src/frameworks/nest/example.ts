/** What the engine reads in NestJS code; the marks under a line are checked by test/frameworks/examples.test.ts. */

import { Body, Controller, Delete, Get, HttpCode, HttpException, HttpStatus, NotFoundException, Param, Post } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

@Controller('items')
export class ItemsController {
  @Get(':id')
  // <- route GET /items/:id -> 200 value
  @ApiResponse({ status: 200, type: Item })
  //                     ^^^ use 200 documented
  findOne(@Param('id') id: string) {
    throwUnless(this.items.has(id), new HttpException('no such item', 404));
    //                                                                ^^^ use 404 raised
    return this.items.get(id);
  }

  @Post()
  // <- route POST /items -> 201 value creates
  async create(@Body() item: NewItem) {
    return await this.items.create(item);
  }

  @Post('login')
  // <- route POST /items/login -> 200 value
  @HttpCode(200)
  //        ^^^ use 200 success
  login() {
    return sign();
  }

  @HttpCode(HttpStatus.NO_CONTENT)
  // <- route DELETE /items/:id -> 204 nothing
  //        ^^^^^^^^^^^^^^^^^^^^^ use 204 success
  @Delete(':id')
  remove(@Param('id') id: string): void {
    if (!this.items.has(id)) throw new NotFoundException('no such item');
    //                                 ^^^^^^^^^^^^^^^^^ use 404 raised
    this.items.delete(id);
  }
}

@Controller('files')
export class FilesController {
  @Delete(':id')
  // <- route DELETE /files/:id -> 202 value
  remove(@Res() res: Response) {
    res.status(202).json({ removed: 'soon' });
    //         ^^^ use 202 returned
  }

  @Delete()
  // <- route DELETE /files -> 200 unknown
  removeAll(@Res() res: Response) {
    report(res);
  }
}

class Plain {
  @Memoize(500)
  get(timeout = 500) {
    return timeout;
  }
}
