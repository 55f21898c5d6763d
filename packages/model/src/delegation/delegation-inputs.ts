import { z } from "zod";

/**
 * In which way a person signs for the chairman (Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, II.7): a vice-chairman
 * as deputy (KT.), the head of a part of the office by order (TL.), a person for a time by written authority (TUQ.).
 */
export const CAPACITIES = ["deputy", "by-order", "authorised"] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const POSITIONS = ["vice-chairman", "head-of-office", "officer"] as const;
export type Position = (typeof POSITIONS)[number];

/** Lets a person of the unit sign letters from a day to a day, both included, by a document. */
export const giveDelegation = z
  .object({
    staffId: z.uuid(),
    capacity: z.enum(CAPACITIES),
    position: z.enum(POSITIONS),
    /** As printed under the capacity: "Phó Chủ tịch". */
    title: z.string().trim().min(3).max(80),
    from: z.iso.date(),
    to: z.iso.date(),
    reference: z.string().trim().min(5).max(300),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"] })
  // Only a deputy signs as deputy, and signs as nothing else.
  .refine(({ capacity, position }) => (capacity === "deputy") === (position === "vice-chairman"), {
    path: ["capacity"],
  });
export type GiveDelegation = z.infer<typeof giveDelegation>;

export const delegationId = z.object({ delegationId: z.uuid() });
export type DelegationId = z.infer<typeof delegationId>;
