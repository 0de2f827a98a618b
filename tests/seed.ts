import fc from 'fast-check';

// The same inputs each time, so that a test that failed fails again. FEEDWRIGHT_SEED with another number tries others.
const seed = Number(process.env.FEEDWRIGHT_SEED ?? 1);
fc.configureGlobal({ seed });
console.log(`fast-check seed ${seed}`);
