/** The formats of `check`: text for people, SARIF for code scanning, commands for GitHub Actions. */

import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { githubFormat } from '../../src/cli/formats/github';
import { textFormat, wantsColour } from '../../src/cli/formats/text';
import type { FileReport } from '../../src/cli/report';
import { rulePage } from '../../src/core/rules/pages';
import { rules } from '../../src/core/rules/registry';
import { creating, useProject } from './project';

const report: FileReport = {
  language: 'python',
  framework: 'fastapi',
  routes: [],
  uses: [],
  findings: [
    {
      rule: 'post-creates-201',
      severity: 'information',
      message: '100% sure:\r\nyes, really',
      line: 12,
      column: 4,
      endLine: 12,
      endColumn: 9,
      suggest: 201,
      fixes: [],
    },
  ],
};

describe('formats of check', () => {
  const project = useProject();

  it('text: by file, with the place, the severity, the message and the rule, and a count at the end', () => {
    project.write('app/main.py', creating);
    project.write('app/plain.py', 'x = 1\n');
    const { stdout } = project.run('check', 'app');
    const lines = stdout.split('\n');
    assert.equal(lines[0], 'app/main.py');
    assert.match(lines[1] ?? '', /^ {2}6:2 {2}hint {2}POST \/items creates a resource, .+ {2}post-creates-201$/);
    assert.deepEqual(lines.slice(2), ['', '1 finding in 2 files: 1 hint.', '']);
    assert.equal(project.run('check', 'app/plain.py').stdout, 'No findings in 1 file.\n');
  });

  it('text: in columns where lines and severities differ in length', () => {
    const [finding] = report.findings;
    assert.ok(finding);
    const findings = [finding, { ...finding, line: 7, severity: 'hint' as const }];
    assert.deepEqual(
      textFormat(false)
        .file('a.py', { ...report, findings: findings.map((each) => ({ ...each, message: 'Said.' })) })
        .split('\n'),
      ['a.py', '  12:5  information  Said.  post-creates-201', '   7:5  hint         Said.  post-creates-201', '', ''],
    );
  });

  it('text: colour on a terminal only, and never with NO_COLOR', () => {
    assert.equal(wantsColour({ isTTY: true }, {}), true);
    assert.equal(wantsColour({ isTTY: true }, { NO_COLOR: '1' }), false);
    assert.equal(wantsColour({ isTTY: true }, { NO_COLOR: '' }), true);
    assert.equal(wantsColour({}, {}), false);
    assert.ok(textFormat(true).file('a.py', report).includes('\u001B[36minformation\u001B[0m'));
    assert.ok(!textFormat(false).file('a.py', report).includes('\u001B'));
  });

  it('github: a command a finding, escaped as the runner reads it', () => {
    assert.equal(
      githubFormat.file('odd, name:1.py', report),
      '::notice file=odd%2C name%3A1.py,line=12,col=5,endLine=12,endColumn=10,title=post-creates-201::100%25 sure:%0D%0Ayes, really\n',
    );
    project.write('main.py', creating);
    const { stdout } = project.run('check', '.', '--format', 'github');
    assert.match(
      stdout,
      /^::notice file=main\.py,line=6,col=2,endLine=6,endColumn=10,title=post-creates-201::POST .+\n$/,
    );
  });

  it('sarif: the rules, and each finding with its place and its fix', () => {
    project.write('an app/main.py', creating);
    project.write('an app/other.py', creating.replaceAll('items', 'orders'));
    const log: Log = JSON.parse(project.run('check', '.', '--format', 'sarif').stdout);
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.ok(run);
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.deepEqual(
      run.tool.driver.rules?.map((rule) => [
        rule.id,
        rule.shortDescription?.text,
        rule.fullDescription?.text,
        rule.helpUri,
      ]),
      rules.map(({ id, summary, why }) => [id, summary, why, rulePage(id)]),
    );
    assert.deepEqual(
      run.tool.driver.rules?.map((rule) => rule.defaultConfiguration?.level),
      rules.map(
        ({ severity }) => ({ error: 'error', warning: 'warning', information: 'note', hint: 'note' })[severity],
      ),
    );
    assert.equal(run.results?.length, 2);
    const result = run.results?.[0];
    assert.ok(result);
    assert.equal(run.tool.driver.rules?.[result.ruleIndex ?? -1]?.id, 'post-creates-201');
    assert.equal(result.ruleId, 'post-creates-201');
    assert.equal(result.level, 'note');
    assert.match(result.message.text ?? '', /201 Created/);
    const artifactLocation = { uri: 'an%20app/main.py' };
    assert.deepEqual(result.locations, [
      { physicalLocation: { artifactLocation, region: { startLine: 6, startColumn: 2, endLine: 6, endColumn: 10 } } },
    ]);
    assert.deepEqual(result.fixes, [
      {
        description: { text: 'Answer 201 Created' },
        artifactChanges: [
          {
            artifactLocation,
            replacements: [
              {
                deletedRegion: { startLine: 6, startColumn: 19, endLine: 6, endColumn: 19 },
                insertedContent: { text: ', status_code=201' },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('json and sarif are whole without a finding too', () => {
    project.write('plain.py', 'x = 1\n');
    assert.deepEqual(JSON.parse(project.run('check', '.', '--format', 'json').stdout), { version: 1, files: [] });
    const log: Log = JSON.parse(project.run('check', '.', '--format', 'sarif').stdout);
    assert.deepEqual(log.runs[0]?.results, []);
    assert.equal(project.run('check', '.', '--format', 'github').stdout, '');
  });
});
