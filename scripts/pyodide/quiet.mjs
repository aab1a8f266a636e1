// Imported first: a failure shows its own words, not the million characters of the line of the runtime it came through.
process.on("uncaughtException", (error) => {
  console.error(error?.name === "PythonError" ? error.message : (error?.stack ?? String(error)));
  process.exit(1);
});
