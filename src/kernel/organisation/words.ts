import type { RefusalBook } from '../decision.ts';
import type { Text } from '../text.ts';
import type { IdType, Role } from './types.ts';

export const roleNames: Readonly<Record<Role, Text>> = {
  'window-clerk': { zh: '综合窗口', en: 'Window clerk' },
  'chief-representative': { zh: '首席代表', en: 'Chief representative' },
  examiner: { zh: '承办', en: 'Examiner' },
  'section-head': { zh: '审核', en: 'Section head' },
  deputy: { zh: '分管负责人', en: 'Deputy in charge' },
  chief: { zh: '主要负责人', en: 'Chief' },
  cashier: { zh: '统一收费', en: 'Cashier' },
  arbiter: { zh: '职责争议裁定', en: 'Arbiter of duty disputes' },
  'county-head': { zh: '县长', en: 'County head' },
  'deputy-county-head': { zh: '副县长', en: 'Deputy county head' },
  'office-director': { zh: '县政府办公室主任', en: 'Director of the government office' },
  'efficiency-inspector': { zh: '效能监察', en: 'Efficiency inspector' },
  auditor: { zh: '审计', en: 'Auditor' },
  administrator: { zh: '系统管理', en: 'Administrator' },
};

export const organKindNames = {
  government: { zh: '县人民政府', en: 'County government' },
  'government-department': { zh: '政府工作部门', en: 'Government department' },
  'managed-office': { zh: '部门管理机构', en: 'Office managed by a department' },
  'party-department': { zh: '党委工作部门', en: 'Party department' },
  'party-office': { zh: '党委办事机构', en: 'Party committee office' },
  discipline: { zh: '纪检监察机关', en: 'Discipline and supervision organ' },
  congress: { zh: '人大常委会工作机构', en: "People's congress office" },
  consultative: { zh: '政协工作机构', en: 'Consultative conference office' },
  'municipal-branch': { zh: '市级派出机构', en: 'Branch of a municipal organ' },
  vertical: { zh: '垂直管理机构', en: 'Vertically managed organ' },
  'mass-organisation': { zh: '群团组织', en: 'Mass organisation' },
  'public-service': { zh: '公共服务单位', en: 'Public service unit' },
  efficiency: { zh: '效能建设机构', en: 'Efficiency office' },
  hotline: { zh: '政务服务便民热线', en: 'Government service hotline' },
  township: { zh: '乡镇人民政府', en: 'Township government' },
  street: { zh: '街道办事处', en: 'Street office' },
  'development-zone': { zh: '开发区管理机构', en: 'Development zone authority' },
} as const satisfies Readonly<Record<string, Text>>;

export type OrganKind = keyof typeof organKindNames;

export const idTypeNames: Readonly<Record<IdType, Text>> = {
  'resident-id': { zh: '居民身份证', en: 'Resident identity card' },
  'credit-code': { zh: '统一社会信用代码', en: 'Unified social credit code' },
  passport: { zh: '护照', en: 'Passport' },
  'hk-macao-permit': { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit for Hong Kong and Macao residents' },
  'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit for Taiwan residents' },
  'permanent-residence': { zh: '外国人永久居留身份证', en: "Foreigner's permanent residence card" },
};

export const identityRefusals = {
  'citizen-id-shape': {
    status: 422,
    title: { zh: '身份证号码应为 18 位数字，末位可为 X。', en: 'A resident identity number has 18 digits; the last may be X.' },
    next: { zh: '请对照证件重新填写。', en: 'Compare with the card and enter it again.' },
    basis: 'GB 11643-1999',
  },
  'citizen-id-birth-date': {
    status: 422,
    title: {
      zh: '身份证号码第 7 至 14 位不是可能的出生日期。',
      en: 'Digits 7 to 14 of the identity number are no possible date of birth.',
    },
    next: { zh: '请对照证件核对出生日期。', en: 'Compare the date of birth with the card.' },
    basis: 'GB 11643-1999',
  },
  'citizen-id-check': {
    status: 422,
    title: { zh: '身份证号码校验位不符，有一位填错。', en: 'The check digit of the identity number does not fit: a digit is wrong.' },
    next: { zh: '请对照证件逐位核对。', en: 'Compare digit by digit with the card.' },
    basis: 'GB 11643-1999',
  },
  'credit-code-shape': {
    status: 422,
    title: {
      zh: '统一社会信用代码应为 18 位，不含 I、O、S、V、Z。',
      en: 'A unified social credit code has 18 characters and none of I, O, S, V, Z.',
    },
    next: { zh: '请对照营业执照重新填写。', en: 'Compare with the business licence and enter it again.' },
    basis: 'GB 32100-2015',
  },
  'credit-code-check': {
    status: 422,
    title: {
      zh: '统一社会信用代码校验位不符，有一位填错。',
      en: 'The check character of the credit code does not fit: a character is wrong.',
    },
    next: { zh: '请对照营业执照逐位核对。', en: 'Compare character by character with the business licence.' },
    basis: 'GB 32100-2015',
  },
  'id-shape': {
    status: 422,
    title: { zh: '证件号码不合该类证件的格式。', en: 'The number does not have the form of this kind of document.' },
    next: { zh: '请核对证件类型和号码。', en: 'Check the kind of document and the number.' },
  },
} as const satisfies RefusalBook;

export type IdentityFaultCode = keyof typeof identityRefusals;

/** Shown beside a number that is accepted all the same. */
export const identityWarnings = {
  'organisation-code-check': {
    zh: '代码内的组织机构代码校验位不符，部分旧代码如此，请对照证照核对',
    en: 'The organisation code inside does not pass its own check; some old codes do not: compare with the licence',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const registerRefusals = {
  'register-duplicate': {
    status: 422,
    title: { zh: '编号重复。', en: 'This code is used twice.' },
    next: { zh: '请改用新的编号；编号不得重用。', en: 'Use a new code; codes are never used again.' },
  },
  'register-unknown-organ': {
    status: 422,
    title: { zh: '没有这个机构。', en: 'There is no such organ.' },
    next: { zh: '请先设立机构。', en: 'Establish the organ first.' },
  },
  'register-unknown-seat': {
    status: 422,
    title: { zh: '没有这个岗位。', en: 'There is no such seat.' },
    next: { zh: '请先设置岗位。', en: 'Create the seat first.' },
  },
  'register-period-reversed': {
    status: 422,
    title: { zh: '终止日期早于起始日期。', en: 'The last day is before the first.' },
    next: { zh: '请核对日期。', en: 'Check the dates.' },
  },
  'register-too-early': {
    status: 422,
    title: { zh: '起始日期早于所属机构或岗位的设立日期。', en: 'It begins before the organ or seat it belongs to.' },
    next: { zh: '请核对日期。', en: 'Check the dates.' },
  },
  'register-appointed-twice': {
    status: 422,
    title: { zh: '同一人在同一岗位的任期重叠。', en: 'The same person would hold the same seat twice at a time.' },
    next: { zh: '请先终止前一任期。', en: 'End the earlier appointment first.' },
  },
} as const satisfies RefusalBook;

export type RegisterFaultCode = keyof typeof registerRefusals;

/** What is wrong in the files of the model county, beside what the register refuses. */
export const seedFaultWords = {
  'person-unknown': {
    zh: '人员名单里没有 {person}，请补上或者改正。',
    en: 'unknown: {person} is not among the people; add or correct it.',
  },
} as const satisfies Readonly<Record<string, Text>>;
