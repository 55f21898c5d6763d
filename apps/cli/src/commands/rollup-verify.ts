import { verifyAllRollups } from "@gandan/services/rollup/verify-all-rollups";
import { defineCommand, exitCode } from "../command";
import { withDatabase } from "../unit/run-unit-import";

export const rollupVerify = defineCommand({
  usage: "rollup verify",
  summary:
    "Đếm lại số tổng hợp của mọi đơn vị từ hồ sơ; không sửa gì. · Recounts the roll-ups of every unit; exits with 1 when one differs.",
  options: {},
  run: async () => {
    const { units, differences } = await withDatabase(verifyAllRollups);
    const lines = differences.map(
      ({ unitName, unitCode, grain, period, versionId }) =>
        `✕ ${unitName} (${unitCode}) ${grain} ${period} ${versionId}`,
    );
    const sum = `${units} đơn vị, ${differences.length} chỗ lệch · ${units} units, ${differences.length} differences`;
    return {
      code: differences.length === 0 ? exitCode.ok : exitCode.problem,
      text: [...lines, sum].join("\n"),
      data: { units, differences },
    };
  },
});
