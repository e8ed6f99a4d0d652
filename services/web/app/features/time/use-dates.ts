import { useMemo } from 'react';
import { useLanguage, useText } from '../../texts/use-text';
import { formatDay, formatInstant } from './zone';

/** Dates and times as a reader says them, in the zone that decides. */
export function useDates(timeZone: string) {
  const spoken = useLanguage();
  // Days before months in English, as the words of the app say them.
  const language = spoken === 'en' ? 'en-GB' : spoken;
  const text = useText();
  return useMemo(() => {
    const month = spoken === 'en' ? ('short' as const) : ('long' as const);
    const at = (instant: string, options: Intl.DateTimeFormatOptions) =>
      formatInstant(language, timeZone, Date.parse(instant), options);
    return {
      /** 11月26日, 26 Nov */
      day: (day: string) => formatDay(language, day, { month, day: 'numeric' }),
      /** 11月26日周四 */
      dayAndWeekday: (day: string) => formatDay(language, day, { month, day: 'numeric', weekday: 'short' }),
      weekday: (day: string) => formatDay(language, day, { weekday: 'narrow' }),
      date: (instant: string) => at(instant, { month, day: 'numeric' }),
      time: (instant: string) => at(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      dateAndTime: (instant: string) =>
        at(instant, { month, day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
      zone: zoneName(language, timeZone, text('time.beijing')),
    };
  }, [language, spoken, timeZone, text]);
}

/** What people call a zone: Beijing's has a name of its own, an offset is UTC and hours, others go by their city. */
function zoneName(language: string, timeZone: string, beijing: string): string {
  if (timeZone === 'Asia/Shanghai' || (timeZone === '+08:00' && language === 'zh-CN')) return beijing;
  if (/^[+-]/.test(timeZone)) return `UTC${timeZone}`;
  return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
}
