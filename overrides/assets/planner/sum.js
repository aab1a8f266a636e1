// @ts-check
/**
 * Takes memory of WebAssembly, or words; gives a sum in which a fault of the disk shows. WebAssembly computes it, in a
 * millisecond or two: a sum of the browser's own costs a start in Firefox twenty-five, and a loop in JavaScript took it two
 * seconds on one machine, where it seems not to have been compiled.
 *
 *   (module
 *     (import "" "memory" (memory 0))
 *     (func (export "sum") (param $at i32) (param $to i32) (param $sum i64) (result i64)
 *       (loop $next
 *         (local.set $sum (i64.mul (i64.xor (local.get $sum) (i64.load (local.get $at))) (i64.const 1099511628211)))
 *         (local.set $at (i32.add (local.get $at) (i32.const 8)))
 *         (br_if $next (i32.lt_u (local.get $at) (local.get $to))))
 *       (local.get $sum)))
 */
const MODULE = "AGFzbQEAAAABCAFgA39/fgF+AgwBAAZtZW1vcnkCAAADAgEABwcBA3N1bQAACikBJwADQCACIAApAwCFQrODgICAIH4hAiAAQQhqIQAgACABSQ0ACyACCw==";
const PAGE = 65_536; // of WebAssembly's memory, in bytes

/**
 * What sums up a memory from one byte to another, in steps of eight, and goes on from an earlier sum.
 * @param {WebAssembly.Memory} memory
 * @returns {(from: number, to: number, sum: bigint) => bigint}
 */
export function summing(memory) {
  const module = new WebAssembly.Module(Uint8Array.from(atob(MODULE), (one) => one.charCodeAt(0)));
  return /** @type {any} */ (new WebAssembly.Instance(module, { "": { memory } }).exports.sum);
}

/** The sum of words, of which there are an even number. @param {Uint32Array} words */
export function summed(words) {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(words.byteLength / PAGE) });
  new Uint32Array(memory.buffer).set(words);
  return summing(memory)(0, words.byteLength, 0n);
}
