import { Badge, ClassBadge } from "../badge";
import { Breadcrumb } from "../breadcrumb";
import { Button, ButtonLink } from "../button";
import { ChoiceField } from "../choice-field";
import { DialogConfirm } from "../dialog-confirm";
import { DiffList } from "../diff-list";
import { EmptyState } from "../empty-state";
import { ErrorSummary } from "../error-summary";
import { Field } from "../field";
import { FilterBar } from "../filter-bar";
import { NextBanner } from "../next-banner";
import { Notice } from "../notice";
import { OutcomeBadge } from "../outcome-badge";
import { PageHead } from "../page-head";
import { Pagination } from "../pagination";
import { Panel } from "../panel";
import { Progress } from "../progress";
import { Steps } from "../steps";
import { Tabs } from "../tabs";
import { Toast } from "../toast";

/** Parts that carry words: actions, fields, notices. */
export function CatalogueParts() {
  return (
    <>
      <Breadcrumb
        label="Đường dẫn"
        links={[
          { href: "#today", label: "Hôm nay" },
          { href: "#done", label: "Đã xong, chưa kết thúc" },
        ]}
        current="Hồ sơ 15592-261112-0043"
      />
      <PageHead
        title="Đăng ký thành lập hộ kinh doanh"
        lead={
          <>
            15592-261112-0043 · Hộ kinh doanh Lê Văn D · <Badge tone="accent">Đã xử lý xong</Badge>
          </>
        }
        actions={
          <ButtonLink href="#new" icon="plus">
            Tiếp nhận hồ sơ
          </ButtonLink>
        }
      />
      <NextBanner
        id="next"
        icon="handshake"
        title="Trả kết quả, kết thúc hồ sơ trước 17:00 hôm nay."
        text="Ghi nhận trả kết quả sẽ kết thúc hồ sơ ở đây và nhắc kết thúc trên hệ thống của tỉnh."
        actions={
          <>
            <ButtonLink href="#call" icon="phone">
              Báo công dân
            </ButtonLink>
            <Button kind="primary">Ghi nhận trả kết quả</Button>
          </>
        }
      />
      <Toast undo={{ action: "/undo", label: "Hoàn tác", fields: { dossier: "0043" } }}>Đã kết thúc hồ sơ 0043.</Toast>
      <Notice tone="info" title="Đang xem số liệu như lúc đó.">
        Xã Trường Xuân nay thuộc xã Xuân Lập.
      </Notice>
      <Notice tone="met" title="Đã nhập 412 hồ sơ." announce="polite">
        Khớp với tổng số của hệ thống tỉnh.
      </Notice>
      <Notice tone="pending" title="Báo cáo tháng 11 đến hạn ngày 25/11/2026." action={<Button>Bổ sung</Button>}>
        Còn thiếu 2 tài liệu kiểm chứng.
      </Notice>
      <Notice tone="missed" title="Chưa nhập được: dòng 14, cột “Ngày nhận”." announce="now">
        “31/11/2026” không có thật. Sửa trong tệp rồi nhập lại; chưa hồ sơ nào được ghi.
      </Notice>
      <ErrorSummary
        title="Có 2 chỗ cần sửa"
        text="Chưa có gì được lưu."
        errors={[
          { id: "new-due", text: "Ngày hẹn mới: 24/11 là ngày nghỉ lễ." },
          { id: "ways", text: "Gửi thư qua: hãy chọn ít nhất một." },
        ]}
      />
      <Panel id="form-title" title="Ghi thư xin lỗi">
        <form className="form" method="post">
          <div className="form-cols">
            <Field
              id="applicant"
              name="applicant"
              label="Họ tên người nộp"
              hint="Ghi đúng như trên giấy tờ tùy thân"
              defaultValue="Nguyễn Văn A"
            />
            <Field
              id="new-due"
              name="newDue"
              label="Ngày hẹn mới"
              hint="Ví dụ: 23/11/2026"
              defaultValue="24/11/2026"
              required
              error="24/11 là ngày nghỉ lễ. Hãy chọn ngày làm việc, gần nhất là 25/11/2026."
            />
            <Field
              id="cause"
              name="cause"
              label="Nguyên nhân trễ"
              control="select"
              options={[
                { value: "other-office", label: "Chờ cơ quan khác trả lời" },
                { value: "complex", label: "Hồ sơ phức tạp" },
              ]}
            />
            <Field
              id="file"
              name="file"
              label="Tệp hồ sơ"
              control="file"
              accept=".xlsx,.csv"
              hint="Tệp .xlsx hoặc .csv, tối đa 20 MB"
            />
          </div>
          <Field id="note" name="note" label="Ghi chú" optional="không bắt buộc" control="textarea" rows={3} />
          <ChoiceField
            id="ways"
            name="ways"
            control="checkbox"
            legend="Gửi thư qua"
            options={[
              { value: "paper", label: "Bản giấy tại bộ phận Một cửa" },
              { value: "zalo", label: "Tin nhắn Zalo của công dân", hint: "Chỉ khi công dân đã đồng ý" },
            ]}
            chosen={["paper"]}
          />
          <div className="row">
            <Button kind="primary" icon="signature">
              Trình ký thư
            </Button>
            <Button kind="quiet">Xem lịch sử</Button>
            <Button kind="danger">Dừng giải quyết</Button>
            <Button disabled>Ban hành</Button>
            <Button size="small">Trả kết quả</Button>
          </div>
        </form>
      </Panel>
      <FilterBar
        label="Lọc hồ sơ"
        action="#dossiers"
        submit="Lọc"
        clear={{ href: "#dossiers", label: "Bỏ lọc" }}
        hidden={{ sort: "due" }}
      >
        <Field id="filter-q" name="q" label="Mã hồ sơ, họ tên" control="search" />
        <Field
          id="filter-state"
          name="state"
          label="Trạng thái"
          control="select"
          options={[
            { value: "", label: "Tất cả" },
            { value: "processing", label: "Đang xử lý" },
          ]}
        />
      </FilterBar>
      <Panel id="labels-title" title="Nhãn, thẻ, các bước" aside={<a href="#all">Xem tất cả</a>}>
        <div className="stack-5">
          <div className="row">
            <OutcomeBadge outcome="met" label="Đạt" />
            <OutcomeBadge outcome="missed" label="Không đạt" />
            <OutcomeBadge outcome="pending" label="Đang chờ" />
            <OutcomeBadge outcome="not-applicable" label="Không áp dụng" />
            <Badge>Trực tuyến</Badge>
            <Badge tone="line">Bản nháp 4</Badge>
            <Badge tone="gold">Đang áp dụng</Badge>
            <ClassBadge step={7}>Xuất sắc</ClassBadge>
            <ClassBadge step={4}>Khá</ClassBadge>
          </div>
          <Tabs
            label="Phần của hồ sơ"
            tabs={[
              { href: "#events", label: "Diễn biến", current: true },
              { href: "#letters", label: "Thư", count: "2" },
            ]}
          />
          <Steps
            label="Phiên bản"
            current={1}
            doneLabel="đã xong"
            steps={[{ label: "Bản nháp" }, { label: "Kiểm tra" }, { label: "Ban hành" }]}
          />
          <Pagination
            label="Phân trang"
            page={4}
            pages={24}
            href={(page) => `?page=${page}`}
            labels={{ previous: "Trước", next: "Sau", page: (page) => `Trang ${page}` }}
            position="151–200 trên 1.171"
          />
          <Progress
            id="import-progress"
            label="Đang nhập hồ sơ"
            value={268}
            max={412}
            text="268 / 412"
            hint="Còn khoảng 20 giây. Có thể rời trang này."
          />
          <DiffList
            labels={{ added: "Thêm", removed: "Bỏ", changed: "Sửa", before: "Trước", after: "Sau" }}
            entries={[
              {
                key: "a",
                kind: "changed",
                title: "Thư xin lỗi › trước",
                before: "hết ngày hẹn trả",
                after: "hạn trả kết quả",
                note: "chặt hơn",
              },
              { key: "b", kind: "added", title: "Hẹn lại tối đa 1 lần", after: "tối đa 1 lần" },
              { key: "c", kind: "removed", title: "Biết cảm ơn", before: "Thư cảm ơn khi khai sinh" },
            ]}
          />
        </div>
      </Panel>
      <Panel id="empty-title" title="Thư chờ ký" flush>
        <EmptyState
          icon="mail-check"
          title="Không còn thư chờ ký"
          text="Thư xin lỗi tự hiện ở đây khi hồ sơ còn 4 giờ làm việc là đến hạn."
          action={<ButtonLink href="#signed">Xem thư đã ký</ButtonLink>}
        />
      </Panel>
      <DialogConfirm
        id="confirm"
        title="Ký 3 thư xin lỗi?"
        text="3 thư được đánh số 10 – 12, khóa bản lưu và gửi ngay. Sau khi gửi không sửa được."
        action="/sign"
        fields={{ letters: "10,11,12" }}
        confirm="Ký và gửi 3 thư"
        cancel={{ href: "#letters", label: "Xem lại" }}
      />
    </>
  );
}
