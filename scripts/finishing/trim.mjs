// @ts-check
/** Takes style sheets, each with the words of the pages it serves, as JSON; gives them without what no page uses. */
import { PurgeCSS } from "purgecss";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const sheets = JSON.parse(Buffer.concat(chunks).toString("utf-8"));
const trimmed = [];
for (const { css, words } of sheets) {
  const [made] = await new PurgeCSS().purge({
    content: [{ raw: words, extension: "txt" }], css: [{ raw: css }], variables: true, keyframes: true,
  });
  trimmed.push(made.css);
}
process.stdout.write(JSON.stringify(trimmed));
