import { vietNamCalendar } from "@gandan/calendar/viet-nam";
import { addUnits } from "@gandan/db/unit/add-unit";
import { searchKeys } from "@gandan/model/dossier/search-keys";
import type { BenchDatabase } from "./bench-database";

const COMMUNES = 170;
const FAMILIES =
  "Nguyễn Nguyễn Nguyễn Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Tôn".split(" ");
const MIDDLES =
  "Thị Thị Thị Văn Văn Văn Hữu Đức Ngọc Minh Thanh Quốc Xuân Kim Đình Thị|Thanh Thị|Kim Văn|Hữu Hữu|Phước Nữ".split(
    " ",
  );
const GIVEN =
  "An Anh Ánh Bình Bé Chi Cường Dũng Dương Đạt Đông Giang Hà Hải Hạnh Hằng Hiền Hiếu Hòa Hoa Hồng Hùng Hương Khánh Lan Liên Linh Loan Long Mai Mạnh Minh Nam Nga Ngân Nghĩa Nhàn Nhung Oanh Phong Phúc Phương Quân Quang Quý Quyên Sáng Sơn Tâm Tân Thắng Thảo Thơ Thu Thủy Thúy Thùy Thư Tiến Toàn Trang Trinh Trung Tú Tuấn Tuyết Uyên Vân Việt Vinh Xuân Yến".split(
    " ",
  );

export interface Desk {
  /** The unit that has most dossiers, a tenth of all unless told otherwise. */
  most: string;
  /** One of the others. */
  usual: string;
}

/**
 * A province of 170 communes with `total` dossiers of two years, `ofMost` of them in one: names as people bear them,
 * codes of the desk, two in a hundred open, one finished and not closed. Rows of a unit lie far apart, as they came.
 */
export async function fillDesk(
  { root, owner }: BenchDatabase,
  total: number,
  ofMost: number,
  now: Date,
): Promise<Desk> {
  await root`insert into calendar_layer (title, source) values ('Cả nước', ${vietNamCalendar as never}::jsonb)`;
  await root`
    insert into procedure (code, effective_from, name, procedure_group, term, confidence)
    select '1.' || 1000 + n, '2020-01-01', 'Thủ tục ' || n, 'birth', '3 working-days', 'high' from generate_series(1, 120) n`;
  const [province] = await addUnits(owner.sql, [
    { level: "province", type: "tỉnh", code: "70", name: "Tỉnh Đo", validFrom: "2020-01-01" },
  ]);
  const communes = await addUnits(
    owner.sql,
    Array.from({ length: COMMUNES }, (_, i) => ({
      level: "commune" as const,
      type: "xã",
      code: String(25_000 + i),
      name: `Xã Đo ${i}`,
      parentId: province!,
      validFrom: "2020-01-01",
    })),
  );
  await register({ root }, communes);
  const words = (list: readonly string[]) => list.map((word) => word.replaceAll("|", " "));
  const keys = (list: readonly string[]) => words(list).map((word) => searchKeys(word, null).nameKey!);
  await root`select setseed(0.5)`;
  await root`
    insert into dossier (unit_id, external_code, received_on, procedure_code, procedure_group, channel, state, received_at,
      accepted_at, due_at, promised_at, paused_since, finished_at, closed_at, supplement_requests, apology_at, last_seq,
      applicant_name, name_key, name_tail, name_marked, phone, phone_tail)
    select unit_id, code || to_char(received, '-YYMMDD-') || lpad((i % 9973)::text, 5, '0'), received::date,
      '1.' || 1001 + i % 120, 'birth', 'direct',
      case when open and paused then 'awaiting-supplement' when open then 'processing' else 'finished' end,
      received, received, received + term, received + term,
      case when open and paused then received + interval '1 day' end,
      case when not open then received + interval '2 days' end,
      case when not open and i % 100 <> 7 then received + interval '3 days' end,
      case when i % 400 = 0 then 2 else 0 end, case when i % 3 = 0 then received + term end, 3,
      family || ' ' || middle || ' ' || given, key, reverse(' ' || key),
      lower((family || ' ' || middle || ' ' || given) collate "pg_c_utf8"), phone, reverse(phone)
    from (
      select i, u.id as unit_id, u.code,
        ${now}::timestamptz - interval '2 years' + interval '2 years' * (i::float8 / ${total}) as received,
        interval '3 days' * (1 + i % 4) as term,
        i % 1000 < 3 or (i > ${total}::int * 0.97 and random() < 0.6) as open, i % 5 = 0 as paused,
        (${words(FAMILIES)}::text[])[f] as family, (${words(MIDDLES)}::text[])[m] as middle,
        (${words(GIVEN)}::text[])[g] as given,
        (${keys(FAMILIES)}::text[])[f] || ' ' || (${keys(MIDDLES)}::text[])[m] || ' ' || (${keys(GIVEN)}::text[])[g] as key,
        '09' || lpad((random() * 99999999)::int::text, 8, '0') as phone
      from (
        select i, 1 + floor(random() * ${FAMILIES.length})::int as f, 1 + floor(random() * ${MIDDLES.length})::int as m,
          1 + floor(random() * ${GIVEN.length})::int as g,
          case when random() < ${ofMost / total}::float8 then 1 else 2 + floor(random() * ${COMMUNES - 1})::int end as n
        from generate_series(1, ${total}) i
      ) drawn
      join lateral (select (${communes}::uuid[])[n] as id, (24999 + n)::text as code) u on true
    ) made
    on conflict do nothing`;
  await root.unsafe("vacuum (freeze, analyze) dossier");
  return { most: communes[0]!, usual: communes[85]! };
}

/** Each commune has twelve procedures registered for the same day, ten of them without carry-over. */
async function register({ root }: Pick<BenchDatabase, "root">, communes: readonly string[]): Promise<void> {
  await root`
    with adopted as (
      insert into adoption (unit_id, model_unit_id, model_id, valid_from)
      select id, id, id, '2023-01-01' from unnest(${[...communes]}::uuid[]) id returning unit_id, id
    )
    insert into registration (unit_id, adoption_id, procedure_code, mode)
    select a.unit_id, a.id, '1.' || 1001 + n, mode from adopted a
    cross join generate_series(1, 12) n cross join unnest(array['same-day', 'no-friday-carry-over']) mode`;
}
