// Takes the npm package @sparticuz/chromium; gives (on stdout) the path of a Chromium that starts on this machine.
// Only the binary is used, none of the package's launch flags.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(process.cwd(), ".nox", "chromium");
mkdirSync(folder, { recursive: true });
process.env.TMPDIR = folder; // where the package unpacks to
process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x"; // makes it unpack the libraries a bare machine lacks
const given = process.env.LD_LIBRARY_PATH;

const { default: chromium } = await import("@sparticuz/chromium");
const binary = await chromium.executablePath();

const libraries = join(folder, "al2023", "lib");
const launcher = join(folder, "chromium-with-libraries");
writeFileSync(launcher, `#!/bin/sh\nLD_LIBRARY_PATH="${libraries}" exec "${binary}" "$@"\n`);
chmodSync(launcher, 0o755);

console.log([binary, launcher].find(starts) ?? fail());

function starts(path) {
  const env = { ...process.env, LD_LIBRARY_PATH: given ?? "" };
  try {
    execFileSync(path, ["--version", "--no-sandbox", "--headless"], { env, stdio: "ignore", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

function fail() {
  console.error("The Chromium of @sparticuz/chromium does not start on this machine.");
  process.exit(1);
}
