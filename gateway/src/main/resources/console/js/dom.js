/**
 * Makes elements. Whatever people wrote goes through here as text, never as markup: there is no innerHTML in this console, and the
 * page's policy (require-trusted-types-for) would not let it through.
 */

/** An element with attributes, listeners (`onclick: …`) and children; a text is a child like any other. */
export function el(tag, attributes = {}, ...children) {
    return fill(document.createElement(tag), attributes, children);
}

/** The same in SVG. */
export function svg(tag, attributes = {}, ...children) {
    return fill(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
        if (name.startsWith('on')) {
            element.addEventListener(name.slice(2), value);
        } else if (value === true) {
            element.setAttribute(name, '');
        } else if (value !== false && value !== null && value !== undefined) {
            element.setAttribute(name, value);
        }
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
    return element;
}

export const byId = (id) => document.getElementById(id);

/** A circle with initials, in a colour that stays with the person. */
export function avatar(id, name) {
    const initials = name.split(/\s+/).map((word) => [...word][0]).join('').slice(0, 2).toUpperCase();
    const circle = el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials || '?');
    circle.style.setProperty('--hue', hue(id));
    return circle;
}

/** UUIDv7 begin with the time, so that neighbours resemble each other: the end is what tells them apart. */
export function hue(id) {
    return parseInt(id.slice(-6), 16) % 360;
}

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Today as a time of day, before as a date, and in full on hovering. */
export function when(instant) {
    const date = new Date(instant);
    const today = date.toDateString() === new Date().toDateString();
    return el('time', { datetime: instant, title: whole.format(date) }, (today ? time : day).format(date));
}

/** "4 – 11 Jul", or nothing. */
export function dates(from, to) {
    if (!from || !to) {
        return '';
    }
    // Dates without a time are of no time zone: read as noon, they stay on their day everywhere.
    return day.formatRange(new Date(`${from}T12:00`), new Date(`${to}T12:00`));
}

/** Says what went wrong: the detail, every violation, and what to quote when asking for help. */
export function showProblem(place, problem) {
    place.replaceChildren();
    place.hidden = !problem;
    if (!problem) {
        return;
    }
    console.debug(problem);
    place.append(el('strong', {}, problem.title ?? 'Something went wrong'), ' ', problem.detail ?? problem.message ?? '');
    if (problem.violations?.length) {
        place.append(el('ul', {}, ...problem.violations.map((one) => el('li', {}, `${one.field} ${one.message}`))));
    }
    if (problem.traceId) {
        place.append(el('small', {}, `${problem.status} ${problem.code}, trace ${problem.traceId}`));
    }
}

/** The same at the edge of the page, for what was not asked for in a form. Gone after a while. */
export function toast(problem) {
    const note = el('div', { class: 'toast', role: 'alert' });
    showProblem(note, problem);
    const close = el('button', { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: () => note.remove() }, '×');
    note.append(close);
    byId('toasts').append(note);
    setTimeout(() => note.remove(), 12_000);
}

/** Runs what a button asks for: the button rests meanwhile, and a refusal is shown. */
export async function press(button, action) {
    button.disabled = true;
    try {
        return await action();
    } catch (problem) {
        toast(problem);
        return undefined;
    } finally {
        button.disabled = false;
    }
}

/** A button that does something over the network. */
export function action(label, perform, attributes = {}) {
    const button = el('button', { type: 'button', ...attributes }, label);
    button.addEventListener('click', () => press(button, () => perform(button)));
    return button;
}
