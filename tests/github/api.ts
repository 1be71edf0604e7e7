import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

interface Entry {
  id: number;
  number: number;
  title?: string;
  body: string;
  state: string;
  user: { login: string };
}

/** Stands for GitHub's REST API, as far as comments and issues go; all that is sent to it is the bot's. */
export class GithubApi {
  readonly comments: Entry[] = [];
  readonly issues: Entry[] = [];
  /** Methods and paths in their order, with the query. */
  readonly calls: string[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const { method = "", url = "", headers } = request;
      let sent = "";
      request.on("data", (part: Buffer) => (sent += part.toString()));
      request.on("end", () => {
        this.calls.push(`${method} ${url}`);
        const [status, answer] =
          headers.authorization === "Bearer secret"
            ? this.answer(method, url.replace("/repos/securecart/access/", ""), sent)
            : [401, {}];
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
      });
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }

  private answer(method: string, path: string, sent: string): [number, unknown] {
    const [place = "", query = ""] = path.split("?");
    const list = /^issues\/\d+\/comments$|^issues\/comments\/\d+$/u.test(place) ? this.comments : this.issues;
    const content = (sent === "" ? {} : JSON.parse(sent)) as Partial<Entry>;
    if (method === "GET") {
      const page = Number(new URLSearchParams(query).get("page"));
      const open = list.filter(({ state }) => state === "open");
      return [200, open.slice((page - 1) * 100, page * 100)];
    }
    if (method === "POST") {
      const id = list.length + 1;
      list.push({ id, number: id, body: "", state: "open", user: { login: "github-actions[bot]" }, ...content });
      return [201, { id }];
    }
    const entry = list.find(({ id }) => id === Number(/\d+$/u.exec(place)?.[0]));
    if (entry === undefined) return [404, {}];
    Object.assign(entry, content);
    return [200, entry];
  }
}
