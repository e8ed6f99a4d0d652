import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dakaDir } from '@daka/local';
import type { Page } from 'playwright-core';
import { account, staffMember } from '../support/cohort-world';
import { axeFaults, FAKE_MICROPHONE } from './phone';
import { patientPolicy, startPhoneWorld, type PhoneWorld } from './phone-world';
import { saidIn } from './said';

jest.setTimeout(240_000);

const PATIENCE = { timeout: 40_000 };
const policy = {
  ...patientPolicy,
  checkIn: {
    ...patientPolicy.checkIn,
    accepts: ['entry' as const, 'picture' as const, 'voice' as const],
    minPictures: 1,
    minVoiceSeconds: 2,
  },
};
/** Plays what is on the page, and answers how many seconds of it were heard. */
const HEARD = `(async () => {
  const player = document.querySelector('audio');
  player.muted = true;
  await player.play();
  await new Promise((resolve) => setTimeout(resolve, 1200));
  return player.currentTime;
})()`;
const REFUSED = `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))`;
const NO_RECORDER = 'delete window.MediaRecorder';
/** As Safari before 18.4. */
const ONLY_MP4 = "MediaRecorder.isTypeSupported = (type) => type === 'audio/mp4'";

/** A voice note, from a phone with a microphone to those who review. */
describe('a voice note', () => {
  const say = saidIn('zh-CN');
  const teacher = account('Qin');
  let phones: PhoneWorld;
  let folder: string;
  let recorded: Buffer;
  const shot = (page: Page, name: string) =>
    page.screenshot({ path: path.join(dakaDir, 'screens', `${name}.png`), fullPage: true });
  const atNoon = (day: string) => phones.world.setClock(`${day}T04:00:00Z`);
  const button = (page: Page, id: string) => page.getByRole('button', { name: say(id), exact: true });
  const recordTo = async (page: Page, time: string) => {
    await button(page, 'media.record').click();
    await page.getByText(`${time} / 3:00`).waitFor(PATIENCE);
  };
  const untilSendable = (page: Page) =>
    page.locator('button:not([disabled])', { hasText: say('editor.send') }).waitFor(PATIENCE);

  beforeAll(async () => {
    mkdirSync(path.join(dakaDir, 'screens'), { recursive: true });
    folder = mkdtempSync(path.join(tmpdir(), 'daka-test-'));
    phones = await startPhoneWorld(['singer', 'mute', 'stranger'], { policy }, { flags: FAKE_MICROPHONE });
    await staffMember(phones.world.client, phones.course, 'instructor', teacher);
  }, 240_000);
  afterAll(async () => {
    await phones?.stop();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => expect(await phones.putAway()).toEqual([]));

  it('is recorded, listened to and sent; its learner and the staff hear it, nobody else', async () => {
    atNoon('2026-03-02');
    const { page, open, context } = await phones.memberOnPhone('singer');
    await open('/today');
    await recordTo(page, '0:01');
    expect(await button(page, 'editor.send').isDisabled()).toBe(true);
    expect(await page.getByRole('meter').count()).toBe(1);
    expect(await axeFaults(page)).toEqual([]);
    await shot(page, 'voice-recording-zh');
    await button(page, 'media.discard').click();
    await button(page, 'media.record').waitFor();
    expect(await page.locator('audio').count()).toBe(0);

    await recordTo(page, '0:03');
    await button(page, 'media.stop').click();
    await untilSendable(page);
    expect(Number(await page.evaluate(HEARD))).toBeGreaterThan(0.5);
    expect(await axeFaults(page)).toEqual([]);
    await shot(page, 'voice-today-zh');
    await button(page, 'editor.send').click();
    await page.getByText('第 1 天完成').waitFor(PATIENCE);
    await open('/days');
    await page.getByText(/^语音 0:0[3-5]$/).waitFor(PATIENCE);
    expect(Number(await page.evaluate(HEARD))).toBeGreaterThan(0.5);
    await shot(page, 'voice-days-zh');

    const address = String(await page.locator('audio').getAttribute('src'));
    const own = await context.request.get(address);
    expect([own.status(), own.headers()['content-type']]).toEqual([200, 'audio/webm']);
    recorded = await own.body();
    const stranger = await phones.memberOnPhone('stranger');
    expect((await stranger.context.request.get(address)).status()).toBe(404);

    const { email, password } = teacher;
    const desk = await phones.phone({ width: 1_280, signIn: { email, password } });
    await desk.open(`/cohorts/${phones.course.cohort.id}/entries`);
    await desk.page.keyboard.press('j');
    await desk.page.getByText(/^语音 0:0[3-5]$/).waitFor(PATIENCE);
    expect(Number(await desk.page.evaluate(HEARD))).toBeGreaterThan(0.5);
    expect(await axeFaults(desk.page)).toEqual([]);
    await shot(desk.page, 'voice-desk-zh');
  });

  it('survives a reload while it is recorded, and a line that is cut while it is sent', async () => {
    atNoon('2026-03-03');
    const { page, open, context } = await phones.memberOnPhone('singer');
    await open('/today');
    await recordTo(page, '0:06');
    await page.reload();
    await untilSendable(page);
    await page.getByText(/^语音 0:0[4-6]$/).waitFor(PATIENCE);
    await button(page, 'media.discard').click();

    await recordTo(page, '0:04');
    await context.setOffline(true);
    await button(page, 'media.stop').click();
    await page.getByText(/^等网络恢复/).waitFor(PATIENCE);
    expect(await button(page, 'editor.send').isDisabled()).toBe(true);
    expect(Number(await page.evaluate(HEARD))).toBeGreaterThan(0.5);
    await context.setOffline(false);
    await untilSendable(page);
    await button(page, 'editor.send').click();
    await page.getByText(/第 \d 天完成/).waitFor(PATIENCE);
  });

  it.each([
    ['is refused', REFUSED, 'refused', undefined],
    ['has no recorder', NO_RECORDER, 'no_recorder', undefined],
    ['is refused inside WeChat', REFUSED, 'refused', 'Mozilla/5.0 (Linux; Android 12) Chrome/107.0 MicroMessenger/8.0'],
  ])('is taken from a file where a browser %s, and it is said why', async (_when, script, why, userAgent) => {
    atNoon('2026-03-04');
    const { page, open } = await phones.memberOnPhone('mute', userAgent === undefined ? {} : { userAgent });
    await page.addInitScript(script);
    await open('/today');
    await button(page, 'media.record').click();
    await page.getByText(why === 'refused' ? /^没有麦克风权限/ : /^这个浏览器不能录音/).waitFor(PATIENCE);
    expect(await page.getByText(say('media.unableInApp')).count()).toBe(userAgent === undefined ? 0 : 1);
    expect(await axeFaults(page)).toEqual([]);
    await shot(page, `voice-unable-${why}${userAgent === undefined ? '' : '-wechat'}-zh`);
    const choose = async (name: string, content: Buffer) => {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      await page.locator('input[type=file]').last().setInputFiles(file);
    };
    await choose('song.mp3', Buffer.from('<script>alert(1)</script>'));
    await page.getByText(say('media.wrongVoiceType')).waitFor(PATIENCE);
    await button(page, 'media.discard').click();
    await button(page, 'media.record').click();
    await choose('song.webm', recorded);
    await untilSendable(page);
    await page.getByText(/^语音 0:0[3-5]$/).waitFor(PATIENCE);
    await button(page, 'media.discard').click();
  });

  it('is recorded as MP4 where a browser records nothing else, whole and cut off by a reload', async () => {
    atNoon('2026-03-05');
    const { page, open, context } = await phones.memberOnPhone('singer');
    await page.addInitScript(ONLY_MP4);
    await open('/today');
    await recordTo(page, '0:06');
    await page.reload();
    await untilSendable(page);
    await page.getByText(/^语音 0:0[4-6]$/).waitFor(PATIENCE);
    await button(page, 'media.discard').click();
    await recordTo(page, '0:03');
    await button(page, 'media.stop').click();
    await untilSendable(page);
    await button(page, 'editor.send').click();
    await page.getByText(/第 \d 天完成/).waitFor(PATIENCE);
    await open('/days');
    await page.getByText(/^语音 0:0[3-5]$/).waitFor(PATIENCE);
    expect(Number(await page.evaluate(HEARD))).toBeGreaterThan(0.5);
    const own = await context.request.get(String(await page.locator('audio').getAttribute('src')));
    expect(own.headers()['content-type']).toBe('audio/mp4');
  });

  it('is asked for by pages of ours and by nothing in them', async () => {
    const { headers } = await fetch(`${phones.world.system.origin}/today`, { headers: { accept: 'text/html' } });
    expect(headers.get('permissions-policy')).toContain('microphone=(self)');
  });
});
