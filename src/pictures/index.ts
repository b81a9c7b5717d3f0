/** Pure components, data to SVG or semantic HTML, for both faces. */
export { CalendarStrip, type CalendarStripProps } from './calendar-strip.tsx';
export { type DayKind, type Strip, type StripDay, type StripOptions, stripOf } from './calendar-strip-days.ts';
export { type FlowLimit, FlowPicture, type FlowPictureProps, type FlowStep } from './flow-picture.tsx';
export { type Lane, type LaneBar, type LaneStatus, Lanes, type LanesProps } from './lanes.tsx';
export { Light, type LightState } from './light.tsx';
export { Mark } from './mark.tsx';
export { OrganSeal, Seal } from './seal.tsx';
export { type BarSegment, TimeBar } from './time-bar.tsx';
export { mixed, Zh } from './zh.tsx';
