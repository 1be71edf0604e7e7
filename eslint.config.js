import tseslint from "typescript-eslint";

// Direction of knowledge: config → model → components → index.ts; iam knows nobody; nothing in the product knows the sandbox.
const mayNotImport = {
  iam: ["model", "components", "policypack", "review", "bootstrap", "cli", "editor", "sandbox"],
  model: ["components", "policypack", "review", "bootstrap", "cli", "editor", "sandbox"],
  components: ["policypack", "review", "bootstrap", "cli", "editor", "sandbox"],
  policypack: ["model", "components", "review", "bootstrap", "cli", "editor", "sandbox"],
  review: ["components", "bootstrap", "cli", "editor", "sandbox"],
  // The one file of review/ that runs the program's components.
  "review/planned/program.ts": ["policypack", "bootstrap", "cli", "editor", "sandbox"],
  bootstrap: ["components", "policypack", "review", "cli", "editor", "sandbox"],
  cli: ["policypack", "editor", "sandbox"],
};

const layers = Object.entries(mayNotImport).map(([folder, others]) => ({
  files: [folder.endsWith(".ts") ? folder : `${folder}/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        paths: [
          {
            name: "@pulumi/aws",
            message: "Import the narrow module, such as @pulumi/aws/iam/index.js: half the start-up.",
          },
        ],
        patterns: [
          {
            group: others.map((other) => `**/${other}/**`),
            message: `${folder}/ may not know this folder: see docs/architecture.md.`,
          },
          ...(folder === "iam" || folder === "model"
            ? [{ group: ["@pulumi/*"], message: `${folder}/ is pure: it knows nothing of Pulumi.` }]
            : []),
        ],
      },
    ],
  },
}));

// Arguments and types that are deprecated upstream, mostly without a @deprecated mark.
const deprecated = {
  files: ["components/**/*.ts", "index.ts"],
  rules: {
    "no-restricted-syntax": [
      "error",
      {
        selector:
          "NewExpression:matches([callee.name='Role'], [callee.property.name='Role']) > ObjectExpression > Property[key.name=/^(inlinePolicies|managedPolicyArns)$/]",
        message:
          "Role.inlinePolicies and managedPolicyArns are deprecated: use RolePolicy, RolePolicyAttachment and the Exclusive resources.",
      },
      {
        selector:
          "NewExpression[callee.name='PolicyAttachment'], NewExpression[callee.property.name='PolicyAttachment']",
        message: "PolicyAttachment owns every holder of the policy in the account: use RolePolicyAttachment.",
      },
      {
        selector: "CallExpression[callee.property.name='apply'] NewExpression:not([callee.name=/(Error|Map|Set)$/])",
        message: "A resource made inside apply is missing from the preview: make it outside.",
      },
    ],
  },
};

export default tseslint.config(
  { ignores: ["node_modules/", ".cache/", "policypack/dist/", "**/*.js", "**/*.cjs"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "no-console": "error",
      "max-lines": ["error", { max: 400, skipBlankLines: true }],
    },
  },
  { files: ["cli/**/*.ts", "sandbox/rehearsal/**/*.ts", "tests/bench/**/*.ts"], rules: { "no-console": "off" } },
  {
    files: ["tests/**/*.ts"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off", "@typescript-eslint/no-floating-promises": "off" },
  },
  ...layers,
  deprecated,
);
