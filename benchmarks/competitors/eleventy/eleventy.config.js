export default function (config) {
  config.setQuietMode(true);
  config.setUseGitIgnore(false);
  return { dir: { input: "src", output: "out" }, templateFormats: ["11ty.js"] };
}
