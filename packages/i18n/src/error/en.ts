import type { TextShape } from "../text-shape";
import type { errorVi } from "./vi";

export const errorEn: TextShape<typeof errorVi> = {
  unexpected:
    "Something went wrong. What you just did has not been recorded. Try again; if it happens again, tell your administrator.",
  unauthorized: "Sign in to continue. Nothing has been recorded.",
  forbidden: "This account may not do that. Ask your unit’s administrator; nothing has changed.",
  notFound: "This was not found. The link may be old; look for it in the list again.",
  conflict: "Someone else has changed this. Reload the page to see the latest; your change has not been saved.",
  invalid: "Some entries are not valid. See the marked fields; nothing has been saved.",
  tooMany: "That was too fast. Wait {{seconds}} seconds and try again; the last attempt has not been recorded.",
  offline: "The server cannot be reached. Check the network and try again; nothing has been recorded.",
  code: {
    UNAUTHORIZED: "Sign in to continue. Nothing has been recorded.",
    FORBIDDEN: "This account may not do that. Ask your unit’s administrator; nothing has changed.",
    NOT_FOUND: "This was not found. The link may be old; look for it in the list again.",
    CONFLICT: "Someone else has changed this. Reload the page to see the latest; your change has not been saved.",
    INVALID: "Some entries are not valid. See the marked fields; nothing has been saved.",
    TOO_MANY: "That was too fast. Wait a minute and try again; the last attempt has not been recorded.",
  },
  field: {
    required: "Fill this in.",
    tooLong: "Longer than {{max}} characters. Write it shorter.",
    tooShort: "At least {{min}} characters are needed.",
    date: "“{{value}}” is not a real date. Write it as 23/11/2026.",
    restDay: "{{date}} is a day of rest. Choose a working day; the next is {{next}}.",
    number: "Enter a number, for example 12.5.",
    range: "Enter a number from {{min}} to {{max}}.",
    choice: "Choose one of the list.",
    order: "The end must be after the beginning.",
    unknown: "This entry is not known. Choose again.",
  },
  session: {
    wrong: "The user name or password is wrong. Check the keyboard layout and Caps Lock, then try again.",
    wrongPassword: "The user name or password is wrong. Check the keyboard layout and Caps Lock, then try again.",
    secondFactor:
      "The code is wrong or was used before. Enter the one that your authenticator shows now, or a recovery code not used yet; you are not signed in.",
    factorThere:
      "This account has a second factor already. Turn the old one off before you set it up again; nothing has changed.",
    factorNotBegun: "No key waits to be confirmed. Press “Begin to set up” and scan the code; nothing has changed.",
    factorRequired:
      "The role of this account must have a second factor, so it cannot be turned off. For a new phone, ask the operator to reset it.",
    wrongCode:
      "The code is wrong or too old. Check the clock of the phone and enter the code it shows now; the second factor is not on yet.",
    linkGone:
      "This link for a password was used, was replaced by another, or is too old. Ask the administrator of your unit for a new one; the password has not changed.",
    passwordLength: "A password has {{min}} to {{max}} characters. The password has not been changed.",
    foreignOrigin:
      "The form came from a foreign place and was not accepted. Open the page again and resend it; nothing has been recorded.",
    forbidden: "Your role in this unit may not do that. Ask your unit’s administrator; nothing has changed.",
    locked: "Too many wrong attempts; sign-in is locked. Try again in {{minutes}} minutes.",
    expired: "Your session has expired. Sign in again; what you just sent has not been recorded.",
    disabled: "This account is no longer active. Ask your unit’s administrator.",
    weakPassword: "The password is too weak. Use at least {{min}} characters, not your user name.",
    mismatch: "The two new passwords differ. The password has not been changed.",
    notFound: "This session has already ended.",
    origin:
      "The form came from a foreign place and was not accepted. Open the page again and resend it; nothing has been recorded.",
  },
  officerResult: {
    notFound: "There is no such result, or it is not for this account. Open it again from the list.",
    state: "This has moved on to another step. Load the page again to see where it stands; nothing was recorded.",
    replyPast: "The day for the reply has passed. Choose today or later; nothing was sent.",
    replyAwaited:
      "The officer may reply until the end of {{date}}. Wait for it, or note a reply handed in on paper; no decision was recorded.",
    noSuchName: "No dossier bears this name, or it has been given to nobody. Load the page again; nothing has changed.",
    noSuchPerson:
      "The person chosen does not work in this unit, or may not see the own result. Choose another one; nothing has changed.",
  },
  publication: {
    notFound: "There is no such publication. Open it again from the list.",
    nothingOver:
      "No further month has ended since the last publication. Draw up the next one when this month is over; nothing was created.",
    draftThere: "There is a draft for this period. Open that one; no other was created.",
    notDraft: "This is no longer a draft. Load the page again; nothing has changed.",
    notPublished: "Only what was published can be corrected. Nothing has changed.",
    corrected: "Another publication has corrected this one. Correct the latest; nothing has changed.",
    changed: "The draft has just been changed. Load the page again, look at it and then sign; nothing was published.",
    nothingToShow:
      "No result has enough answers to be published. Wait for more, or say why in the unit's remark; nothing was published.",
    standing: "Standing publication was switched before. Load the page again; nothing has changed.",
    unknown: "The unit's model does not ask for this to be published. Choose from the list; nothing was created.",
  },
  staff: {
    noAccount: "There is no account of this user name. Check it.",
    noFactor: "This account has no second factor; nothing has changed.",
    badSignInName: "A user name is of small letters without marks, digits, dots or dashes. Choose another.",
    notFound: "There is no such person in the unit. Choose one from the list of staff.",
    self: "Nobody changes their own roles or account here. Ask somebody else who may; nothing has changed.",
    beyond:
      "This person holds a role that your account may not give. Ask the chairman or the operator; nothing has changed.",
    elsewhere:
      "This person works for another unit too, so only the operator changes name, e-mail and password. Nothing has changed.",
    roleUnknown: "The role is not known. Choose one of the list.",
    roleBeyond: "Your account may neither give nor end this role. Ask the chairman; nothing has changed.",
    roleHeld:
      "The person holds this role already in part of that time. End the earlier one or choose another day; nothing has changed.",
    roleGone: "This role has ended. Load the page again to see how things are now.",
    pastDay:
      "The last day cannot lie before yesterday: what was done belongs to the role. Choose yesterday or later; nothing has changed.",
    lastOne:
      "This is the last chairman of the unit from that day on. Give the role to a successor first; nothing has changed.",
    nameTaken: "This user name belongs to another person’s account. Choose another; nothing was added.",
    emailTaken: "This e-mail address belongs to another account. Check it; nothing was recorded.",
    codeTaken: "This staff code is used for another person of the unit. Check it; nothing was recorded.",
    fileTooLarge:
      "The file is larger than {{max}} MB. Leave pictures and spare sheets out and upload it again; nothing was recorded.",
    noColumns:
      "The file lacks columns: “Họ và tên”, “Vai trò”, and one of “Mã cán bộ”, “Thư điện tử”, “Tên đăng nhập”. Fill in the template; nothing was recorded.",
    listEmpty: "The file has no row below its headers. Fill it in and upload it again.",
    listTooLong: "The file has more than {{max}} rows. Split it; nothing was recorded.",
    listNotFound: "There is no such list. Upload the file again.",
    listDone: "This list is done or was given up. Upload the file again if need be; nothing else has changed.",
    listWrong: "The list has {{count}} mistakes. Correct them in the file and upload it again; nothing was recorded.",
  },
  unit: {
    notFound: "There is no such unit, or your account may not see it. Choose a unit from the list.",
    ended: "This unit ended on {{date}} and can only be read. Record it at its successor.",
    outside: "This unit is not below the chosen one. Choose the unit above it.",
  },
  model: {
    planProblems:
      "The draft still has {{count}} places that are not valid, so its plan cannot be made. Open the draft's check, correct them, then download again.",
    noDraft: "This model has no draft. Start a new one from the version in force.",
    idChanged:
      "The id of the model is “{{id}}” and cannot change in a draft. Keep it, or upload the text as a new model; the draft is unchanged.",
    notFound: "The model was not found. It may belong to another unit; choose one from the library.",
    entryNotFound: "The model has no entry “{{id}}”. Reload the page to see the latest; the draft is unchanged.",
    notSameModel:
      "These two versions belong to different models and cannot be compared. Choose two versions of one model.",
    versionNotFound: "This version of the model was not found.",
    invalid: "The model has {{count}} invalid entries. Correct them as listed below; the previous draft is kept.",
    badYaml: "The text of the model cannot be read at line {{line}}: {{message}}. The draft is unchanged.",
    floorLowered:
      "“{{rule}}” is a floor set by {{unit}}: it may be raised, not lowered. Keep “{{floor}}” or stricter; the draft has not been saved.",
    floorOmitted: "“{{rule}}” is a floor set by {{unit}} and cannot be left out. The draft has not been saved.",
    unknownKind: "There is no rule kind “{{kind}}”. Choose one of the list.",
    unknownReference: "“{{id}}” is referred to but is not in the model. Add it or remove the reference.",
    published: "This version is published and cannot be edited. Start a new draft from it.",
    alreadyPublished: "This version has been published before.",
    nothingToUndo: "There is no change left to undo. The draft is as you see it.",
    changed: "Someone else has changed the draft. Reload to see it; your change has not been saved.",
    effectivePast:
      "The effective date must lie after today: received dossiers are never judged again. The version has not been published.",
    effectiveOverlap:
      "Another version takes effect on {{date}}. Choose another date; this version has not been published.",
    noScorecard: "The model has no scorecard, so no score can be worked out. Add one to the draft.",
    extendsMissing: "The base model “{{id}}” was not found. Choose another base.",
    exists: "The unit already has a model with the id “{{id}}”. Choose another id.",
    forbidden: "Only the keeper of the unit’s model may edit it. Nothing has changed.",
  },
  lookUp: {
    notFound:
      "No dossier matches this dossier code and look-up code. Check both on the receipt; if that does not help, ask at the one-stop desk.",
    tooMany:
      "Too many wrong tries, so looking up is paused. Try again in {{minutes}} minutes, or ask at the one-stop desk.",
    tooManyPhone:
      "Too many wrong tries with a phone number. Use the look-up code on the receipt, or try again in {{hours}} hours.",
    over: "This look-up closed after 30 minutes. Enter the dossier code and the look-up code again.",
  },
  paper: {
    notFound: "This batch of paper sheets was not found. Choose again from the list.",
    sheetNotFound: "The batch has no sheet of this number. Choose again from the list of sheets.",
    notTyping: "The typing of this batch has ended. Reload the page; the last sheet was not recorded.",
    notChecking: "This batch is not being checked. Reload the page to see; nothing was recorded.",
    otherSide: "Sheets of the Fatherland Front and of the office are typed apart. Nothing was recorded.",
    day: "The day must lie within the time in which the form was open, and not after today. Choose again; nothing was recorded.",
    noSuchProcedure: "There is no such procedure in the catalogue. Choose one from the list; nothing was recorded.",
    noSuchPoint: "This place is not used any more. Choose one from the list; nothing was recorded.",
    notEmpty: "The batch has sheets and cannot be dropped. Remove wrong sheets first; nothing has changed.",
    empty: "The batch has no sheet. Type at least one, then end the typing.",
    begun: "A sheet was typed a second time, so typing cannot go on. Check the others.",
    notDrawn: "This sheet does not wait for a second typing. Choose another from the list.",
    samePerson: "Whoever typed a sheet first does not type it again. Ask somebody else; nothing was recorded.",
    chooseAll: "Choose the right answer for each question that differs; nothing was recorded.",
    notPossible: "The chosen answers do not go together. Look at the paper again; nothing was recorded.",
    unsettled:
      "Sheets still wait for a second typing or to be settled. Finish them, then hand in; the batch was not handed in.",
  },
  answering: {
    flood:
      "Too many sheets came from one place within a minute. Please wait {{seconds}} seconds and send again; this one was not recorded.",
  },
  webhook: {
    notFound: "There is no such address for events. It may have been removed; reload the page.",
    deliveryNotFound: "There is no such delivery, or its address was removed. Reload the page; nothing was sent.",
    notFailed: "This delivery has arrived or is waiting. Reload the page to see; nothing more was sent.",
    forbiddenAddress:
      "This address lies on the server itself or in an inner network, and may not be used. Write a public one, or ask the operator to open that network; nothing was added.",
    noAddress: "No server of this name can be found. Check the address; nothing was added.",
    notHttps: "Outside inner networks an address begins with https://. Write it again; nothing was added.",
    exists: "The unit has this address already. Use the line that is there; nothing was added.",
    tooMany: "A unit has at most {{most}} addresses. Remove an old one first; nothing was added.",
  },
  adoption: {
    none: "The unit has no model on that day. Adopt one first; nothing was recorded.",
    judged:
      "Dossiers received from {{from}} on are already judged by the model in force, and that stays. Choose {{next}} or later; nothing has changed.",
    notFound: "This adoption was not found.",
    overlap:
      "The unit has adopted a model for this time, since {{from}}. End that adoption first; nothing has changed.",
    notPublished: "The model has no published version and cannot be adopted yet. Publish it first.",
    reasonMissing: "To decline, give the reason or the reference of the reply. Nothing has been recorded.",
    ended: "This adoption ended on {{date}} and cannot be edited.",
    registered: "Procedure {{code}} is registered already.",
  },
  procedure: {
    notFound: "There is no procedure with the code {{code}}. Look for it by name in the catalogue.",
    noTerm: "Procedure {{code}} has no term in the catalogue. Enter the due date by hand.",
  },
  dossier: {
    notFound: "The dossier was not found in this unit. Check its code.",
    exists: "Dossier code {{code}} exists already. Open that dossier or check the code; nothing has been recorded.",
    changed:
      "Someone else has just added to this dossier. Reload the page to see it; your entry has not been recorded.",
    notReceived:
      "This event belongs to a dossier that was never received. Record its receipt first; nothing has been recorded.",
    notPossible:
      "The dossier is no longer in a state where this can be done. Look at its history; nothing has been recorded.",
    "not-possible": "The dossier is in a state where this cannot be done. Nothing has been recorded.",
    eventBefore: "This is earlier than what was recorded last, at {{time}}. Correct it; nothing has been recorded.",
    longAgo: "This is more than {{days}} days ago. Import what is older from a file; nothing has been recorded.",
    needsChairman:
      "Supplements have been asked for once already. A second time the chairman has to give the reason; nothing has been recorded.",
    eventFuture: "This lies in the future. Correct it; nothing has been recorded.",
    alreadyClosed: "The dossier is closed; nothing can be added.",
    dueFar: "The promised date must be within a year of the acceptance. Check the year. Nothing has been recorded.",
    duePast: "The promised date must be after the acceptance. Nothing has been recorded.",
    forbidden: "This account may not record dossiers in the unit. Nothing has been recorded.",
  },
  form: {
    notFound: "Nothing in this dossier asks for form {{form}}. See the papers of the dossier.",
    tooLong:
      "The register has {{count}} dossiers; a print holds {{max}} at most. Choose a shorter period, or download the sheet; nothing has been printed.",
    missing: {
      applicantName:
        "The dossier has no name of the applicant, so the form cannot be made. Add the name, then print again.",
      papers: "This request names no papers, so form 02 cannot be made. Look at the provincial system.",
      reason: "No reason is recorded, so the form cannot be made. Look at the provincial system.",
      cause: "This apology names no cause, so form 04 cannot be made. Write the letter of apology with its cause.",
      newDueAt:
        "This apology names no new date, so form 04 cannot be made. Write the letter of apology with a new date.",
    },
  },
  survey: {
    textNotFound: "This text is no longer here. Go back to the list of texts; nothing was changed.",
    noOffer:
      "The model in force has no such form, or it is open just as it stands there. Go back to the list of forms; nothing has changed.",
    offerChanged:
      "The model has just changed, so the form is not the one you saw. Look at it again; it was not opened.",
    alreadyOpen: "This form is open. Nothing has changed.",
    alreadyClosed: "This form is closed. Nothing has changed.",
    superseded: "There is a later version of this form. Use that one; this one stays closed.",
    formNotFound: "There is no such form in this unit. Go back to the list of forms.",
    formNotOpen: "This form is not open. Open it first; nothing was saved.",
    pointNotFound: "There is no such survey point in this unit. Reload the page.",
    noPoints: "No survey point is in use, so there is no code to print. Add a point first.",
    noMail: "This server sends no e-mail. Print the invitation to hand over with the result; nothing was sent.",
    mailFailed: "The e-mail could not be sent. Check the address and send it again, or print the invitation.",
    tooManySheets:
      "There are {{count}} codes, and a file holds {{max}} at most. Filter by the names of units and print in parts; nothing was printed.",
    noPublicSite:
      "The server was not told where the communes' site is reached. Ask the operator to set GANDAN_PUBLIC_URL; nothing was printed.",
    notFinished: "The dossier has no result yet. Print the invitation with the result, or use the code on the receipt.",
    noInvitation: "The unit has not chosen the form that dossiers ask. Choose it under Surveys; nothing was printed.",
  },
  public: {
    noProcedure: "There is no such procedure. Look for it in the list of procedures.",
    noPlan: "The unit has adopted no model, so there is no plan yet. Please come back later.",
    noSeal: "The unit has no emblem.",
    sealKind: "The file is no PNG, JPEG or WebP picture. Choose another file; the emblem has not changed.",
    sealBroken: "The picture is damaged or not whole. Save it anew and try again; the emblem has not changed.",
    sealLarge:
      "The picture is too large: at most {{kb}} kB and {{pixels}} pixels a side. Make it smaller; the emblem has not changed.",
    hostKnown: "The host name {{host}} is already noted for a unit. Ask the operator; nothing has changed.",
    hostsSeveral: "Several units have asked for this host name. Say which; nothing has changed.",
    hostsMany: "A unit has at most {{count}} host names. Give one up and try again; this one was not noted.",
    noHost: "This host name is no longer in the list. Reload the page.",
  },
  calendar: {
    past: "{{date}} has passed and cannot be changed: what was judged stays. Choose a day from today on.",
    tooFar: "Days up to {{last}} can be laid down. Check the year; this day was not kept.",
    dayExists: "The unit already has {{date}}. Take the old line out first; nothing was changed.",
    dayNotFound: "{{date}} is no longer among the unit’s own days. Load the page again.",
    tooMany: "The unit has {{most}} days of its own. Ask the office above to lay them down; this day was not kept.",
  },
  settings: {
    changed: "Someone else has just changed these settings. Reload the page; your change has not been saved.",
  },
  feedback: {
    notFound: "There is no such feedback. Check the link, or look in the list; nothing has changed.",
    changed: "The feedback has changed meanwhile. Load the page again; what you did has not been written.",
    noPerson: "This person answers no feedback here any more. Choose another; nothing has been written.",
    noContact: "Who gave the feedback left no contact, or has deleted it.",
    noName: "Who gave the feedback left no name, so that no letter can be drafted. Nothing has been written.",
    notAgain: "This feedback cannot be sent back any more. You may send a new one; nothing has changed.",
    refused: "The feedback could not be taken in. Open the page anew and send it again; nothing has been sent.",
    tooFast: "The form came too fast. Wait a few seconds and send it again; nothing has been sent.",
    stale: "The page was open too long. What you wrote is still below; send it again. Nothing has been sent.",
    formUsed:
      "This form has sent another feedback already. If this is a new one, send it again; the earlier one is kept.",
    tooMany:
      "A lot came from this network. Try again in {{minutes}} minutes or call the hotline; this has not been sent.",
    unitFull: "Too much came by this page today. Call the hotline or send it tomorrow; this has not been sent.",
    photoTooLarge: "A photo is larger than {{max}} MB. Choose a smaller one; nothing has been sent.",
    photoKind: "A file is no JPEG, PNG or WebP picture. Choose a photo; nothing has been sent.",
    photoBroken: "A picture is broken and cannot be read. Choose or take it again; nothing has been sent.",
    photoHuge: "A picture has too many pixels. Choose a smaller one; nothing has been sent.",
  },
  delegation: {
    notFound: "This delegation was not found in the unit. Reload the page.",
    noPerson: "This person no longer works in the unit. Choose another; nothing has been recorded.",
    outside:
      "Signing was delegated from {{from}} to the end of {{to}}, which is not today. Ask someone who may sign; no letter has been signed.",
    past: "The last day is over. Choose today or a later day; nothing has been recorded.",
    toSelf: "Nobody delegates to themselves. Choose another person; nothing has been recorded.",
    overlap:
      "This person already signs from {{from}} to {{to}}. End that delegation or choose other days; nothing has been recorded.",
    over: "This delegation has ended already. Nothing has changed.",
  },
  letter: {
    missing: "The letter {{letter}} still lacks: {{data}}. Open it and fill these in; it has not been signed.",
    newDueRest: "{{date}} is a day off. Choose a working day, the nearest is {{next}}; nothing has been recorded.",
    newDueHours:
      "The new time lies outside working hours. Choose between {{from}} and {{to}}; nothing has been recorded.",
    newDueFar:
      "The new date is too far: that year has no calendar yet. Choose an earlier one; nothing has been recorded.",
    newDueAgain:
      "This dossier was given a new date {{most}} times, the most that is allowed. Once more is for a leader to decide; nothing has been recorded.",
    causeUnknown: "This cause is no longer on the unit's list. Choose another; nothing has been recorded.",
    causeExists: "This cause is already on the list. Use that one, or word it differently; nothing has been recorded.",
    causeLast: "This is the last cause in use. Add another first; nothing has changed.",
    kindUnknown: "The unit has no such kind of letter. Open the list of kinds again.",
    kindExists: "The unit already has a kind of letter with this name. Choose another; nothing has been recorded.",
    kindDelivered: "A kind that comes with the system is neither renamed nor ended. Set it to “written by hand only”.",
    kindEnded: "This kind of letter is no longer in use. Take it up again in the settings; nothing has been recorded.",
    needsDossier:
      "This kind of letter is about a dossier. Write it from the page of the dossier; nothing has been recorded.",
    textChanged: "Someone else has just saved this text. Reload the page to see it; yours has not been saved.",
    textWrong: "The text has a mistake in line {{line}}, column {{column}}. Correct it and look again.",
    textUnknown: "This text has no such version. Reload the page; nothing has changed.",
    notFound: "The letter was not found in this unit. Open the list of letters again.",
    dossierOver: "The dossier is finished or has ended; no apology is needed any more. Nothing has been recorded.",
    newDuePast: "The new date must be after now and after the old one. Choose another; nothing has been recorded.",
    changed: "Someone else has just changed or moved this letter. Reload the page; your entry has not been recorded.",
    signed: "The letter about this dossier is signed and cannot be changed. Nothing has been recorded.",
    notGenuine: "No letter has this code. Check it, or ask the unit whose name is on the letter.",
    notMade:
      "The file of the letter is not made yet, so it cannot be sent or printed. Wait a few seconds and try again; nothing has been recorded.",
    unchecked:
      "In this unit a letter is checked before it is signed. Have the office check it; this letter has not been signed.",
    ownDraft:
      "One of the letters was written by yourself. Have somebody else check it; none has been noted as checked.",
    statedFuture: "This moment has not come yet. Correct it; nothing has been recorded.",
    statedBefore: "The letter was signed after this moment. Correct it; nothing has been recorded.",
    noBatch: "These letters were not found in this unit. Open the list of letters again.",
  },
  import: {
    badFile:
      "The file cannot be read. Choose an Excel file (.xlsx) or a CSV file in UTF-8; no dossier has been recorded.",
    noFile: "No file was chosen. Choose an Excel or CSV export of the provincial system.",
    tooLarge:
      "The file is larger than {{max}} MB. Split it by month and import each part; no dossier has been recorded.",
    empty: "The file has no rows of dossiers. Check its first sheet.",
    noHeader: "There is no heading row. Put the headings in the first row.",
    columnMissing: "No column was chosen for “{{field}}”. Choose one; no dossier has been recorded.",
    columnTwice: "Column “{{column}}” is used twice. Choose again.",
    row: "Row {{row}}, column “{{column}}”: {{problem}}",
    notFound: "This import was not found.",
    running: "Another import of this unit is running. Wait until it is done.",
    rowErrors: "{{count}} rows have errors. Correct the file and import it again; no dossier has been recorded.",
    mappingNotFound: "The saved column mapping was not found. Map the columns again.",
    done: "This import is done and cannot run again. Upload the file once more if needed.",
    failed: "The import stopped because of a fault. No dossier of the file has been recorded; try again.",
  },
  rule: {
    unknown: "The model has no rule “{{rule}}”. Choose one of the list.",
    unknownKind:
      "Rule “{{rule}}” is of the kind “{{kind}}”, which is not known. Choose one of the list; the draft has not been saved.",
    badParams:
      "Rule “{{rule}}” has invalid parameters. Correct them as the draft suggests; the draft has not been saved.",
    tooMany:
      "The model has {{count}} rules on dossiers; {{max}} at most. Join or remove some; the draft has not been saved.",
  },
  score: {
    differentScorecards:
      "These units are measured by different scorecards and cannot be ranked together. Choose one yardstick.",
    notFound: "There is no scorecard for this period yet.",
    noModel: "The unit has not adopted a model, so it has no score.",
  },
  oversight: {
    noUnits: "This unit has no units below it, so there is nothing to compare.",
    noYardstick: "No common yardstick is applied to the units below.",
  },
  petition: {
    notNamed:
      "This account is not named to open this kind of petition. The chairman names who does; the try was written down.",
    notFound: "There is no such petition among those open to you. Look in the register; the try was written down.",
    changed: "Somebody else has just written a step. Load the page again; yours has not been written.",
    notPossible: "The petition stands at another step. Load the page again; nothing has changed.",
    nobodyForKind: "Nobody is named for this kind. Ask the chairman to name somebody first; the kind has not changed.",
    notLast: "Only the last step can be taken back. Load the page again; nothing has changed.",
    noReader: "This person is not named any more. Load the page again; nothing has changed.",
    lastReader: "This is the last one who can open it. Ask the chairman to name another first; nothing has changed.",
    noPerson: "This person has no role here that may be named. Choose from the list; nobody has been named.",
    future: "That day has not come. Choose one not after today; nothing has been written.",
    tooEarly: "That is before the step before ({{date}}). Choose a later day; nothing has been written.",
    formForged:
      "The form is not valid, or was sent too fast. Open the page again, fill it in and send it; nothing has been sent.",
    formLate:
      "The form was open too long. Copy what you wrote, open the page again and send it; nothing has been sent.",
    factorNeeded: "Opening needs a second factor. Set one up on your account page and sign in again; it stays sealed.",
    personNoFactor:
      "This person has no second factor yet and cannot be named. Ask them to set one up on their account page; nobody has been named.",
    nobodyNamed:
      "The office has named nobody for this kind and takes none on-line. Bring it or send it by post; nothing has been sent.",
    allBarred:
      "Nobody would be left to open it. Leave out a name, or send it to the authority above; nothing has been sent.",
    tooMany: "Too many tries from this network. Wait {{minutes}} minutes and try again; this one does not count.",
    tooManyToday:
      "The office has taken too many petitions on-line today. Send it tomorrow, bring it, or post it; nothing has been sent.",
    fileTooLarge: "A file is larger than {{max}} MB. Choose a smaller one; nothing was sent.",
    fileKind: "A file is no JPEG, PNG or WebP picture and no PDF. Choose another one; nothing was sent.",
    fileBroken: "A file is broken or not whole. Choose, photograph or scan it again; nothing was sent.",
    fileHuge: "A picture has too many pixels. Choose a smaller one; nothing was sent.",
    fileLocked: "A PDF is locked with a password. Take the password off and choose it again; nothing was sent.",
    fileActive: "A PDF holds a program or another file. Print it to a new PDF and choose that one; nothing was sent.",
    noFile: "This petition has no file of that number.",
    notEnded: "This unit still exists and deals with the petition itself. Nothing was handed over.",
    noSuccessor: "Choose a unit that went on with this one. Nothing was handed over.",
    successorNobody:
      "The unit that goes on has named nobody who may open this petition. Ask its chairman to name somebody; nothing was handed over.",
    noCode: "No petition of this office has that code. Check each sign, and that this is the office that took it.",
  },
  index: {
    changed: "Somebody has just entered this criterion. Reload the page to see it; your value was not saved.",
    value: "A share must be from 0 to {{max}}%. Enter it again; the old value was kept.",
    frameNotFound: "The index frame of this year was not found.",
    leafNotFound: "The index frame has no such criterion.",
    tooManyPoints: "More than the maximum of {{max}} points. Enter it again; the old points are kept.",
    reasonMissing: "When the appraisal differs from the self-score, a reason is needed. Nothing has been saved.",
    closed: "The round closed on {{date}}; nothing can be changed.",
    alreadyAppraised: "This criterion has been appraised and cannot be self-scored again.",
    valueMissing: "Enter the result, or tick “Does not apply”. Nothing has been saved.",
    leftOutReason: "Say why it does not apply. Nothing has been saved.",
    pointsMissing: "Enter the points of the appraisal, or tick “Does not apply”. Nothing has been saved.",
    pointLevels: "This criterion only has the levels {{levels}}. Choose one of them; the old points are kept.",
    selfChanged:
      "The self-score has just changed. Reload the page to see it; the points just entered have not been saved.",
    noFigures: "There are not enough figures to fill this in. Enter the points yourself.",
  },
  yardstick: {
    notFound:
      "This application of a yardstick was not found in the unit. Choose it from the list; nothing has changed.",
    past: "What was received up to today is judged and stays as it is. Choose a day from {{next}} on; nothing has changed.",
    notApplicable: "This version is no published yardstick. Choose one of the list; nothing has changed.",
    notInForce:
      "This version of the yardstick is in force from {{from}}. Choose a day from then on; nothing has changed.",
    outdated: "This version of the yardstick is in force until {{to}}. Choose another version; nothing has changed.",
    overlap:
      "An application of this yardstick begins on {{from}}. Withdraw it first, or choose a later day; nothing has changed.",
    already: "This version has been applied since {{from}}. Choose another version; nothing has changed.",
    notBegun: "This application begins on {{from}} only. Withdraw it instead of ending it; nothing has changed.",
    begun: "This application began on {{from}} and cannot be withdrawn. End it with a day; nothing has changed.",
    over: "This application ended on {{date}} and cannot be changed any more.",
    endPast:
      "What was received before today is judged and stays as it is. Choose a last day from {{date}} on; nothing has changed.",
    endLater:
      "Another application of this yardstick begins on {{from}}. Choose a last day before that; nothing has changed.",
  },
  indexFrame: {
    notFound: "This frame was not found in the unit. Choose it from the list; nothing has changed.",
    invalid:
      "The frame has {{count}} places that are not valid. Mend them by the list and send it again; nothing has been saved.",
    yearTaken:
      "The unit already has a frame for {{year}}. Open that one to edit or take back first; nothing has been saved.",
    yearKept: "This draft is for {{year}}. Keep the year, or upload the text as a new frame; the draft is unchanged.",
    changed: "Somebody else has edited the draft. Reload the page to see it; your change has not been saved.",
    published:
      "This frame is published and cannot be edited. Take it back first, while no unit has scored; nothing has changed.",
    notPublished: "This frame is not published; there is nothing to take back.",
    entered:
      "{{count}} units have entered results by this frame, so it cannot be taken back. Frame and results are kept.",
    othersEntered:
      "{{count}} units have entered results for {{year}} by the frame of a unit above. Use that frame; the draft has not been published.",
    sampleMissing: "The sample frame to start from was not found. Choose a frame of the list; nothing has been saved.",
  },
  audit: {
    broken: "The audit chain is broken at line {{seq}}. Tell the operator; change nothing more.",
  },
};
