import type { TransactionSql } from "postgres";

/**
 * Numbers for so many letters of a register and year, the first of them: the register's row is locked until the
 * transaction ends, so none is lost or given twice (Nghị định 30/2020/NĐ-CP, Điều 15).
 */
export async function takeNumbers(
  sql: TransactionSql,
  unitId: string,
  { year, register, count }: { year: number; register: string; count: number },
): Promise<number> {
  const [row] = await sql<{ last: number }[]>`
    insert into letter_register as r (unit_id, year, register, last) values (${unitId}, ${year}, ${register}, ${count})
    on conflict (unit_id, year, register) do update set last = r.last + ${count} returning last`;
  return row!.last - count + 1;
}
