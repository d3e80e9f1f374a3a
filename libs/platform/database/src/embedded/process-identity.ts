import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { codeOf } from './binaries';

/** Tells whether a process runs, whoever it belongs to; one that has ended and waits for its parent to take note does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * When a process began, in whatever form the system tells it: together with its number it names one process for good,
 * for numbers are used again.
 * @returns `undefined` where there is no such process
 */
export function beginningOf(pid: number): string | undefined {
  const stat = statOf(pid);
  if (stat !== undefined) return stat.at(19);
  return ask(pid, 'lstart=');
}

/** The command line of a process, words separated by spaces. */
export function commandOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ask(pid, 'command=');
  }
}

/** Ended, but its parent has not taken note. */
const isZombie = (pid: number): boolean => statOf(pid)?.[0] === 'Z';

/** Fields of /proc/pid/stat from the state on; the name before them may itself hold spaces and brackets. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ask(pid: number, column: string): string | undefined {
  const answer = spawnSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}
