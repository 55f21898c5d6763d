import { describe, expect, it } from "vitest";
import { publicSite } from "./public-site";

describe("publicSite", () => {
  it("is what the installation says, else the communes' port on this machine", () => {
    expect(publicSite({ GANDAN_PUBLIC_URL: "https://gandan.tinh.example/" }, "giamsat.tinh.example")).toBe(
      "https://gandan.tinh.example",
    );
    expect(publicSite({ GANDAN_COMMUNE_PORT: "3150" }, "localhost:3250")).toBe("http://localhost:3150");
    expect(publicSite({}, "127.0.0.1:3200")).toBe("http://127.0.0.1:3100");
  });

  it("is not guessed: a printed code cannot be called back", () => {
    expect(() => publicSite({}, "giamsat.tinh.example")).toThrow(
      expect.objectContaining({ key: "survey.noPublicSite" }),
    );
  });
});
