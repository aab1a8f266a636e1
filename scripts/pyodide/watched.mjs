/**
 * Takes a module of Binaryen; leaves in it the same functions, each of which first tells `watch.called` its number, counted
 * in the order in which they stand.
 */
import binaryen from "binaryen";

const { i32, none } = binaryen;

/** Functions with a body, in order. @param {any} module */
export function functions(module) {
  const all = Array.from({ length: module.getNumFunctions() }, (_, at) => module.getFunctionByIndex(at));
  return all.map((one) => ({ one, ...binaryen.getFunctionInfo(one) })).filter((info) => !info.module);
}

/** @param {any} module */
export function watch(module) {
  functions(module).forEach(({ one, body, results }, number) => {
    const tell = module.call("watch.called", [module.i32.const(number)], none);
    binaryen.Function.setBody(one, module.block(null, [tell, body], results));
  });
  module.addFunctionImport("watch.called", "watch", "called", i32, none);
}
