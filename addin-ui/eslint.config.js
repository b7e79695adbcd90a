import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    // The realm of classic Outlook declares globals of its own, beside those of a page; the .mjs only starts the bench.
    ignores: ["dist/", "node_modules/", "eslint.config.js", "launch-realm/", "bench/*.mjs"],
  },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // Text of a draft, or of a reply about one, must never be read as markup.
      "no-restricted-syntax": [
        "error",
        {
          selector: "AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]",
          message: "Build nodes instead.",
        },
        {
          selector: "CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln)$/]",
          message: "Build nodes instead.",
        },
      ],
    },
  },
  {
    files: ["src/words/??.ts"],
    rules: { "max-lines": "off" }, // a catalogue is as long as there are words
  },
  {
    files: ["tests/**"],
    rules: {
      "max-lines-per-function": "off", // a describe block is a chapter, not a function
      "@typescript-eslint/no-non-null-assertion": "off", // a test of what is not there fails by itself
    },
  },
);
