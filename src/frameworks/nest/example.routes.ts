/** Redirects, described routes and injected responses in NestJS code; the marks are checked by test/frameworks/examples.test.ts. */

import { All, ConflictException, Controller, Get, HttpCode, HttpException, HttpStatus, Post, Put, Redirect, RequestMapping, RequestMethod, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import * as swagger from '@nestjs/swagger';

@Controller({ path: 'users', version: '1' })
export class UsersController {
  @All('any')
  // <- route ANY /users/any -> 200 value
  any() {
    return this.users;
  }

  @Post('/import')
  // <- route POST /users/import -> 201 value
  import() {
    return this.users.sync();
  }

  @Get('moved')
  // <- route GET /users/moved -> 301 unknown
  @Redirect('/members', 301)
  //                    ^^^ use 301 success
  moved() {}

  @Get('elsewhere')
  // <- route GET /users/elsewhere -> 302 unknown
  @Redirect('/members')
  elsewhere() {}

  @RequestMapping({ path: 'mapped', method: RequestMethod.POST })
  // <- route POST /users/mapped -> 201 value
  mapped() {
    return this.users.all();
  }

  @RequestMapping({ path: 'plain' })
  // <- route GET /users/plain -> 200 value
  plain() {
    return this.users.all();
  }

  @Post('sent')
  // <- route POST /users/sent -> 201 value
  sent(@Res() res: Response) {
    res.json(this.users.all());
  }

  @Post('queued')
  // <- route POST /users/queued -> 202 value
  queued(@Res({ passthrough: true }) res: Response) {
    res.status(202);
    //         ^^^ use 202 returned
    return this.users.all();
  }

  @Post('both')
  // <- route POST /users/both -> 204 nothing
  @HttpCode(200)
  //        ^^^ use 200 success
  both(@Res() res: Response) {
    res.status(204).send();
    //         ^^^ use 204 returned
  }

  @Get('taken')
  // <- route GET /users/taken -> 409 unknown
  taken() {
    throw new HttpException({ reason: 'taken' }, HttpStatus.CONFLICT);
    //                                           ^^^^^^^^^^^^^^^^^^^ use 409 raised
  }

  @ApiOkResponse({ type: User })
  // <- route PUT /users/taken -> 409 unknown
 //^^^^^^^^^^^^^ use 200 documented
  @Put('taken')
  @swagger.ApiConflictResponse()
 //^^^^^^^^^^^^^^^^^^^^^^^^^^^ use 409 documented
  takenToo() {
    throw new ConflictException();
    //        ^^^^^^^^^^^^^^^^^ use 409 raised
  }
}

@Controller()
export class RootController {
  @Get()
  // <- route GET / -> 200 value
  root() {
    return 'root';
  }
}
