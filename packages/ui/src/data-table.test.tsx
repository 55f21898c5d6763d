import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type Column, DataTable } from "./data-table";
import { Pagination } from "./pagination";

const columns: Column<{ id: string; n: number }>[] = [
  { key: "id", header: "Mã", cell: (row) => row.id, sort: { href: "?sort=id", direction: "descending" } },
  { key: "n", header: "Số", narrowLabel: "Số lượt", align: "number", cell: (row) => row.n },
];

describe("DataTable", () => {
  const html = renderToStaticMarkup(
    <DataTable
      caption="Bảng thử"
      columns={columns}
      rows={[
        { id: "a", n: 1 },
        { id: "b", n: 2 },
      ]}
      rowKey={(row) => row.id}
      isCurrent={(row) => row.id === "b"}
    />,
  );

  it("says how it is sorted and sorts by a link", () => {
    expect(html).toContain('aria-sort="descending"');
    expect(html).toContain('<a class="sort" href="?sort=id">');
    expect(html.match(/aria-sort/g)).toHaveLength(1);
  });

  it("heads each row with its first cell and labels the others for narrow screens", () => {
    expect(html).toContain('<th scope="row" role="rowheader">a</th>');
    expect(html).toContain('<td class="num" data-l="Số lượt" role="cell">1</td>');
  });

  it("keeps several things of a cell together beside its label", () => {
    const cell = () => (
      <>
        <b>1</b> 2
      </>
    );
    const table = (column: Partial<Column<{ id: string; n: number }>>) =>
      renderToStaticMarkup(
        <DataTable
          caption="Thử"
          columns={[columns[0]!, { key: "both", header: "Hai", cell, ...column }]}
          rows={[{ id: "a", n: 1 }]}
          rowKey={(row) => row.id}
        />,
      );
    expect(table({ cell, narrowLabel: "Hai" })).toContain('role="cell"><div><b>1</b> 2</div></td>');
    const Both = cell;
    expect(table({ cell: () => <Both />, narrowLabel: "Hai" })).toContain('role="cell"><div><b>1</b> 2</div></td>');
    expect(table({ cell })).toContain('role="cell"><b>1</b> 2</td>');
  });

  it("marks the row that is meant", () => {
    expect(html.match(/<tr aria-current="true" role="row"><th[^>]*>b</g)).toHaveLength(1);
  });

  it("teaches instead of showing an empty table", () => {
    const empty = renderToStaticMarkup(
      <DataTable caption="Bảng thử" columns={columns} rows={[]} rowKey={(row) => row.id} empty={<p>Chưa có</p>} />,
    );
    expect(empty).toBe("<p>Chưa có</p>");
  });
});

describe("Pagination", () => {
  const labels = { previous: "Trước", next: "Sau", page: (page: number) => `Trang ${page}` };
  const pagesOf = (page: number, pages: number) => {
    const html = renderToStaticMarkup(
      <Pagination label="Phân trang" page={page} pages={pages} href={(to) => `?page=${to}`} labels={labels} />,
    );
    return { html, numbers: [...html.matchAll(/aria-label="Trang (\d+)"/g)].map((match) => Number(match[1])) };
  };

  it("shows first, last and neighbours, and the gaps between", () => {
    expect(pagesOf(10, 24).numbers).toEqual([1, 9, 10, 11, 24]);
    expect(pagesOf(10, 24).html.match(/…/g)).toHaveLength(2);
    expect(pagesOf(2, 3).numbers).toEqual([1, 2, 3]);
    expect(pagesOf(2, 3).html).not.toContain("…");
  });

  it("has no way before the first nor after the last", () => {
    expect(pagesOf(1, 2).html).not.toContain('rel="prev"');
    expect(pagesOf(2, 2).html).not.toContain('rel="next"');
  });

  it("is nothing for a single page", () => {
    expect(pagesOf(1, 1).html).toBe("");
  });
});
