/** The demo server's commands in VS Code: start, copy the address, restart, stop, and a port that is taken. */

import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { ConfigurationTarget, commands, env, workspace } from 'vscode';

async function address(): Promise<string> {
  await env.clipboard.writeText('nothing copied');
  await commands.executeCommand('statusCoach.copyDemoServerUrl');
  return env.clipboard.readText();
}

const setPort = (port: number | undefined) =>
  workspace.getConfiguration('statusCoach').update('demo.port', port, ConfigurationTarget.Global);

describe('demo server commands', () => {
  afterEach(async () => {
    await commands.executeCommand('statusCoach.stopDemoServer');
    await setPort(undefined);
  });

  it('start a server that answers, once', async () => {
    await commands.executeCommand('statusCoach.startDemoServer');
    const url = await address();
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${url}/items/1`);
    assert.equal(response.status, 200);
    assert.deepEqual(await response.json(), { id: 1, name: 'Notebook', description: 'Ruled, 80 sheets', price: 3.5 });
    await commands.executeCommand('statusCoach.startDemoServer');
    assert.equal(await address(), url);
  });

  it('stop it', async () => {
    await commands.executeCommand('statusCoach.startDemoServer');
    const url = await address();
    await commands.executeCommand('statusCoach.stopDemoServer');
    await assert.rejects(fetch(`${url}/items/1`));
    assert.equal(await address(), 'nothing copied');
  });

  it('take the port of the setting, from the next start on', async () => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const found = probe.address();
    const port = typeof found === 'object' && found ? found.port : 0;
    await commands.executeCommand('statusCoach.startDemoServer');
    await setPort(port);
    // Taken: the server of before is gone, and the message waits for somebody to read it.
    void commands.executeCommand('statusCoach.restartDemoServer');
    const deadline = Date.now() + 10_000;
    while ((await address()) !== 'nothing copied' && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(await address(), 'nothing copied');
    probe.close();
    await once(probe, 'close');
    await commands.executeCommand('statusCoach.restartDemoServer');
    assert.equal(await address(), `http://127.0.0.1:${port}`);
    assert.equal((await fetch(`http://127.0.0.1:${port}/status/418`)).status, 418);
  });
});
