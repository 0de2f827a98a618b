import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/commands.ts';
import { makeSite, runCli } from '../run-cli.ts';

const folder = makeSite({ 'export.xml': '' });
const script = (shell: string) => {
  const { out, error, exitCode } = runCli(folder, ['completion', shell]);
  expect({ error, exitCode }).toEqual({ error: '', exitCode: 0 });
  const path = join(folder, `completion.${shell}`);
  writeFileSync(path, out);
  return path;
};
const isThere = (shell: string) => spawnSync(shell, ['--version']).status === 0;

describe('completion', () => {
  const complete = (words: readonly string[]) => {
    const program = `. "$1"; shift; COMP_WORDS=(feedwright "$@"); COMP_CWORD=$#; _feedwright; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', program, 'bash', script('bash'), ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout.trim().split('\n');
  };

  test('bash completes every command, the options of each, and files', () => {
    expect(complete([''])).toEqual([...Object.keys(COMMANDS), '--help', '--version']);
    expect(complete(['im'])).toEqual(['import']);
    expect(complete(['import', '--dr'])).toEqual(['--dry-run']);
    expect(complete(['list', '--dr'])).toEqual(['']);
    expect(complete(['import', 'exp'])).toEqual(['export.xml']);
    expect(complete(['completion', ''])).toEqual(['bash', 'zsh', 'fish']);
    expect(complete(['help', 'im'])).toEqual(['import']);
  });

  test.runIf(isThere('zsh'))('zsh completes at once, too, when the script is the function itself', () => {
    writeFileSync(join(folder, '_feedwright'), runCli(folder, ['completion', 'zsh']).out);
    const program = `fpath=(${folder} $fpath); autoload -Uz _feedwright; _describe() { print described }; _arguments() { print "\${@[-1]}" }
CURRENT=2; words=(feedwright im); _feedwright; CURRENT=3; words=(feedwright completion z); _feedwright`;
    const { stdout, stderr } = spawnSync('zsh', ['-f', '-c', program], { encoding: 'utf8' });
    expect({ stdout, stderr }).toEqual({ stdout: 'described\n2:name:(bash zsh fish)\n', stderr: '' });
  });

  test.runIf(isThere('zsh'))('zsh takes its script', () => {
    const { status, stderr } = spawnSync(
      'zsh',
      [
        '-f',
        '-c',
        `autoload -U compinit; compinit -u -D; source ${script('zsh')}; print $_comps[feedwright]`,
      ],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test.runIf(isThere('fish'))('fish completes commands and options', () => {
    const program = `source ${script('fish')}; complete -C 'feedwright imp'; complete -C 'feedwright import --dry'; complete -C 'feedwright completion z'`;
    const { stdout } = spawnSync('fish', ['--no-config', '-c', program], {
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
    expect(stdout).toMatch(/^import\t\S/m);
    expect(stdout).toMatch(/^--dry-run\t\S/m);
    expect(stdout).toContain('zsh\n');
  });

  test('the scripts of zsh and fish name every command and option', () => {
    const [zsh, fish] = ['zsh', 'fish'].map((shell) => runCli(folder, ['completion', shell]).out);
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      expect(zsh).toContain(`\n    ${name}) _arguments`);
      for (const option of options) {
        expect(zsh).toContain(`--${option}[`);
        expect(fish).toContain(`"__fish_seen_subcommand_from ${name}" -l ${option}`);
      }
    }
  });

  test.each([[], ['tcsh'], ['constructor']])('says which shells there are: %s', (...shell) => {
    expect(runCli(folder, ['completion', ...shell])).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining('completion fish'),
    });
  });
});

describe('help', () => {
  test('is what --help prints, of all or of one command', () => {
    expect(runCli(folder, ['help'])).toEqual(runCli(folder, ['--help']));
    expect(runCli(folder, ['help', 'build'])).toEqual(runCli(folder, ['build', '--help']));
    expect(runCli(folder, ['help', 'bild'])).toMatchObject({
      exitCode: 2,
      error: expect.stringContaining('"bild" is not a command'),
    });
  });
});
