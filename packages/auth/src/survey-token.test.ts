import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { invitationOf, spentMark, surveyToken } from "./survey-token";

const key = randomBytes(32);
const unit = randomUUID();
const invitation = randomUUID();

describe("surveyToken", () => {
  it("tells its invitation to the unit it was made for, and to no other unit or installation", () => {
    const token = surveyToken(key, unit, invitation);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(invitationOf(key, unit, token)).toBe(invitation);
    expect(invitationOf(key, randomUUID(), token)).toBeNull();
    expect(invitationOf(randomBytes(32), unit, token)).toBeNull();
  });

  it("takes no token that was changed anywhere, nor the same bytes spelt otherwise", () => {
    const token = surveyToken(key, unit, invitation);
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (let at = 0; at < token.length; at++) {
      for (const letter of alphabet) {
        if (letter === token[at]) continue;
        expect(invitationOf(key, unit, token.slice(0, at) + letter + token.slice(at + 1))).toBeNull();
      }
    }
  });

  it.each(["", "a", "x".repeat(43), "x".repeat(4000), "'; drop table survey_spent; --", "../../../../../etc/passwd"])(
    "takes no %s",
    (text) => {
      expect(invitationOf(key, unit, text)).toBeNull();
    },
  );

  it("leaves a mark that differs by token and does not hold it", () => {
    const [one, other] = [surveyToken(key, unit, invitation), surveyToken(key, unit, randomUUID())];
    expect(spentMark(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(spentMark(one)).toBe(spentMark(one));
    expect(spentMark(one)).not.toBe(spentMark(other));
    expect(spentMark(one)).not.toContain(invitation.replaceAll("-", ""));
  });
});
