import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from "vscode-jsonrpc/node";

/** From 0, as the protocol counts. */
interface Position {
  line: number;
  character: number;
}

export interface Diagnostic {
  range: { start: Position };
  message: string;
}

interface Completion {
  label: string;
  documentation?: string | { value: string };
}

/** One text as an editor has it open. */
export interface OpenText {
  diagnostics: Promise<Diagnostic[]>;
  /** What is offered at a position, with what is said of it. */
  complete: (position: Position) => Promise<Map<string, string>>;
  /** What is shown under the pointer. */
  hover: (position: Position) => Promise<string>;
}

export interface LanguageServer {
  /** Opens a text under the name of a file of `directory`, whether or not that has such a file. */
  open: (name: string, text: string) => OpenText;
  close: () => void;
}

const program = join(
  import.meta.dirname,
  "..",
  "..",
  "..",
  "node_modules/yaml-language-server/bin/yaml-language-server",
);

/** Starts the language server of YAML editors, as an editor does; no schema comes from the network. */
export async function startLanguageServer(directory: string): Promise<LanguageServer> {
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  connection.onNotification("textDocument/publishDiagnostics", (said: { uri: string; diagnostics: Diagnostic[] }) => {
    waiting.get(said.uri)?.(said.diagnostics);
  });
  connection.onRequest("workspace/configuration", ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => (section === "yaml" ? { schemaStore: { enable: false } } : {})),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const uri = pathToFileURL(`${directory}/`).href;
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: "config" }],
    capabilities: {
      textDocument: { hover: { contentFormat: ["markdown"] } },
      workspace: { configuration: true, workspaceFolders: true },
    },
  });
  await connection.sendNotification("initialized", {});
  return {
    open: (name, text) => {
      const textDocument = { uri: pathToFileURL(join(directory, name)).href };
      const diagnostics = new Promise<Diagnostic[]>((resolve) => waiting.set(textDocument.uri, resolve));
      void connection.sendNotification("textDocument/didOpen", {
        textDocument: { ...textDocument, languageId: "yaml", version: 1, text },
      });
      return {
        diagnostics,
        complete: async (position) => {
          const { items } = await connection.sendRequest<{ items: Completion[] }>("textDocument/completion", {
            textDocument,
            position,
          });
          return new Map(items.map(({ label, documentation = "" }) => [label, wordsOf(documentation)]));
        },
        hover: async (position) => {
          const request = connection.sendRequest<{ contents: { value: string } } | null>("textDocument/hover", {
            textDocument,
            position,
          });
          return (await request)?.contents.value ?? "";
        },
      };
    },
    close: () => {
      connection.dispose();
      child.kill();
    },
  };
}

const wordsOf = (documentation: string | { value: string }): string =>
  typeof documentation === "string" ? documentation : documentation.value;
