import { BeforeAfter } from "../before-after";
import { LinkTree } from "../link-tree";
import { Panel } from "../panel";
import { RuleSentence } from "../rule-sentence";

/** Parts of the page where a model is written. */
export function CatalogueModel() {
  return (
    <div className="editor">
      <LinkTree
        id="tree"
        label="Khẩu hiệu và các điều"
        groups={[
          {
            key: "biet",
            title: "5 biết",
            note: "5 điều",
            links: [
              { href: "#sorry", icon: "list-checks", label: "Biết xin lỗi", note: "2 quy tắc", current: true },
              { href: "#thanks", icon: "circle-dashed", label: "Biết cảm ơn", note: "Chưa đo", open: true },
            ],
          },
        ]}
      />
      <Panel id="sentence-title" title="Biết xin lỗi">
        <RuleSentence
          parts={[
            { kind: "text", text: "Trễ hẹn thì phải có thư xin lỗi trước" },
            {
              kind: "choice",
              name: "before",
              label: "Mốc thời gian",
              value: "due",
              options: [
                { value: "due", label: "hạn trả kết quả" },
                { value: "end-of-due-day", label: "hết ngày hẹn trả" },
              ],
            },
            { kind: "text", text: ", nêu" },
            { kind: "locked", text: "nguyên nhân", label: "Tỉnh đặt mức sàn" },
            { kind: "text", text: "; hẹn lại tối đa" },
            { kind: "input", name: "max", label: "Số lần hẹn lại", value: 1, type: "number", min: 0, max: 2 },
            { kind: "text", text: "lần." },
          ]}
        />
      </Panel>
      <Panel id="replay-title" title="Áp dụng thử">
        <BeforeAfter
          caption="Kết quả quý trước theo hai bản"
          labels={{ item: "Chỉ số", before: "Bản 3", after: "Bản nháp 4" }}
          rows={[
            { key: "n", title: "Hồ sơ", before: "412", after: "412" },
            { key: "score", title: "Điểm", note: "(đã đo 88)", before: "90,1", after: "88,4" },
          ]}
        />
      </Panel>
    </div>
  );
}
