import { createRequestHandler, type EntryContext, type ServerBuild } from "@remix-run/server-runtime";
import { expect, it } from "vitest";

/** A site of one page whose loader tells when what it gave is read, and what the page did with it. */
async function answer(render: (context: EntryContext) => Promise<string>): Promise<{ text: string; read: number }> {
  let read = 0;
  const figures = {
    get share() {
      read++;
      return "97,7%";
    },
  };
  const future = { v3_singleFetch: true } as ServerBuild["future"];
  const page = { id: "root", path: "", module: { default: () => null, loader: () => figures } };
  const build = {
    entry: {
      module: {
        default: async (_request: Request, status: number, headers: Headers, context: EntryContext) =>
          new Response(await render(context), { status, headers }),
      },
    },
    routes: { root: page },
    assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "" },
    ...{ future, publicPath: "/", assetsBuildDirectory: "", isSpaMode: false, mode: "production" },
  } as unknown as ServerBuild;
  const response = await createRequestHandler(build, "production")(new Request("http://localhost/"));
  return { text: await response.text(), read };
}

it("writes nothing down for a page that hands nothing over", async () => {
  expect(await answer(async () => "page")).toEqual({ text: "page", read: 0 });
});

it("hands over what loaders gave to a page that asks", async () => {
  const { text, read } = await answer(({ serverHandoffStream }) => new Response(serverHandoffStream).text());
  expect(text).toContain('"97,7%"');
  expect(read).toBe(1);
});
