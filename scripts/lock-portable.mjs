// npm leaves out a package for the processor wasm32 on every machine. Where the lock file does not name the processor,
// `npm ci` installs it, checked as any other; it goes into the package that we publish, not to who installs it.
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
delete lock.packages['node_modules/@bruits/satteri-wasm32-wasi'].cpu;
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
