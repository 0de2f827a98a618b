import fc from 'fast-check';

// A failure is run again with FEEDWRIGHT_SEED set to the seed that was printed.
const seed = Number(process.env.FEEDWRIGHT_SEED ?? Math.floor(Math.random() * 2 ** 31));
fc.configureGlobal({ seed });
console.log(`fast-check seed ${seed}`);
