import type { importUnitFile } from "@gandan/services/unit/import-unit-file";

type UnitFileError = Awaited<ReturnType<typeof importUnitFile>>["errors"][number];
type Details = UnitFileError["details"];

const SENTENCES: Record<UnitFileError["key"], (details: Details) => string> = {
  "unitFile.header": ({ found, wanted }) =>
    `dòng đầu là “${found}”, cần “${wanted}” · the header is “${found}”, wanted “${wanted}”`,
  "unitFile.fields": ({ found, wanted }) => `có ${found} ô, cần ${wanted} · ${found} fields, wanted ${wanted}`,
  "unitFile.quotes": () => "dấu ngoặc kép chưa đóng · a quote is left open",
  "unitFile.empty": () => "ô bị trống · the field is empty",
  "unitFile.code": ({ value }) => `“${value}” không phải mã đơn vị · is no unit code`,
  "unitFile.type": ({ value }) => `“${value}” không phải loại đơn vị · is no type of unit`,
  "unitFile.partial": ({ value }) => `“${value}”: chỉ nhận yes hoặc no · only yes or no`,
  "unitFile.duplicate": ({ first }) => `trùng với dòng ${first} · the same as line ${first}`,
  "unitFile.contradiction": ({ first }) => `khác với dòng ${first} · differs from line ${first}`,
  "unitFile.parent": ({ value }) =>
    `không có tỉnh mã “${value}” trong tệp · there is no province “${value}” in the file`,
  "unitFile.division": ({ parts }) => `đơn vị chia làm ${parts} nhưng ghi no · divided into ${parts}, yet says no`,
  "unitFile.successor": ({ value }) => `không tìm thấy đơn vị mới “${value}” · the new unit “${value}” is not known`,
  "unitFile.listFirst": () =>
    "chưa có danh sách đơn vị hiện hành: hãy nhập tệp đó trước · import the list of units in force first",
  "unitFile.matchedByName": ({ value, code }) =>
    `mã “${value}” không có trong danh sách, lấy theo tên: ${code} · code not listed, taken by its name: ${code}`,
};

/** What is wrong with a row, or was corrected in it: Vietnamese · English. */
export function unitFileSentence({ key, details }: Pick<UnitFileError, "key" | "details">): string {
  return SENTENCES[key](details);
}
