/** What the engine reads in NestJS code; the marks under a line are checked by test/frameworks/examples.test.ts. */

import { Body, Controller, Delete, Get, HttpCode, HttpException, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

@Controller('items')
export class ItemsController {
  @Get(':id')
  @ApiResponse({ status: 200, type: Item })
  //                     ^^^ use 200 mentioned
  findOne(@Param('id') id: string) {
  // <- route GET /items/:id -> 200 value
    throwUnless(this.items.has(id), new HttpException('no such item', 404));
    //                                                                ^^^ use 404 raised
    return this.items.get(id);
  }

  @Post()
  async create(@Body() item: NewItem) {
  // <- route POST /items -> 201 value creates
    return await this.items.create(item);
  }

  @Post('login')
  @HttpCode(200)
  //        ^^^ use 200 success
  login() {
  // <- route POST /items/login -> 200 value
    return sign();
  }

  @HttpCode(HttpStatus.NO_CONTENT)
  //        ^^^^^^^^^^^^^^^^^^^^^ use 204 success
  @Delete(':id')
  remove(@Param('id') id: string): void {
  // <- route DELETE /items/:id -> 204 nothing
    this.items.delete(id);
  }
}

class Plain {
  @Memoize(500)
  get(timeout = 500) {
    return timeout;
  }
}
