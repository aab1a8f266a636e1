// Takes nothing; gives the folder of Pyodide. Pyodide itself reads it off a stack, where parentheses in a name get lost.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

export const indexURL = dirname(fileURLToPath(import.meta.resolve("pyodide")));
