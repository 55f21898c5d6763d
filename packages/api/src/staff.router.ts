import {
  addPerson as addInput,
  changePerson as changeInput,
  endPerson as endPersonInput,
  endRole as endRoleInput,
  giveRole as giveInput,
  listStaff as listInput,
  staffId,
  staffListId,
  uploadStaffList as uploadInput,
} from "@gandan/model/staff/staff-inputs";
import { addPerson } from "@gandan/services/staff/add-person";
import { changePerson, makeFirstLinks, makePersonLink } from "@gandan/services/staff/change-person";
import { endPerson, endRole, giveRole } from "@gandan/services/staff/change-roles";
import {
  confirmStaffList,
  dropStaffList,
  readStaffList,
  uploadStaffList,
} from "@gandan/services/staff/import-staff-list";
import { listStaff, readPerson } from "@gandan/services/staff/list-staff";
import { router, unitProcedure } from "./trpc";

export const staffRouter = router({
  list: unitProcedure.input(listInput).query(({ ctx, input }) => listStaff(ctx.unit, input)),
  read: unitProcedure.input(staffId).query(({ ctx, input }) => readPerson(ctx.unit, input)),
  add: unitProcedure.input(addInput).mutation(({ ctx, input }) => addPerson(ctx.unit, input)),
  change: unitProcedure.input(changeInput).mutation(({ ctx, input }) => changePerson(ctx.unit, input)),
  giveRole: unitProcedure.input(giveInput).mutation(({ ctx, input }) => giveRole(ctx.unit, input)),
  endRole: unitProcedure.input(endRoleInput).mutation(({ ctx, input }) => endRole(ctx.unit, input)),
  end: unitProcedure.input(endPersonInput).mutation(({ ctx, input }) => endPerson(ctx.unit, input)),
  makeLink: unitProcedure.input(staffId).mutation(({ ctx, input }) => makePersonLink(ctx.unit, input)),
  makeFirstLinks: unitProcedure.mutation(({ ctx }) => makeFirstLinks(ctx.unit)),
  uploadList: unitProcedure.input(uploadInput).mutation(({ ctx, input }) => uploadStaffList(ctx.unit, input)),
  readList: unitProcedure.input(staffListId).query(({ ctx, input }) => readStaffList(ctx.unit, input)),
  confirmList: unitProcedure.input(staffListId).mutation(({ ctx, input }) => confirmStaffList(ctx.unit, input)),
  dropList: unitProcedure.input(staffListId).mutation(({ ctx, input }) => dropStaffList(ctx.unit, input)),
});
