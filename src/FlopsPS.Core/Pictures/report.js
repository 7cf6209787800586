'use strict';
const all = (root, selector) => [...root.querySelectorAll(selector)];

// A heading sorts its column: numbers first from large to small, then the other way, then as the network runs.
const order = new Intl.Collator('en', { numeric: true });
const numberOf = row => parseFloat(row.replace(/[^\d.-]/g, '')) || (/\d/.test(row) ? 0 : -Infinity);
for (const table of all(document, 'table')) {
  const rows = [...table.tBodies[0].rows];
  const headings = all(table, 'thead th');
  headings.forEach((heading, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...heading.childNodes);
    heading.append(button);
    const isNumber = heading.className === 'n';
    const ways = isNumber ? ['descending', 'ascending'] : ['ascending', 'descending'];
    button.addEventListener('click', () => {
      const way = ways[ways.indexOf(heading.ariaSort) + 1];
      headings.forEach(other => other.removeAttribute('aria-sort'));
      if (way) heading.setAttribute('aria-sort', way);
      const key = row => isNumber ? numberOf(row.cells[column].textContent) : row.cells[column].textContent;
      const keys = new Map(rows.map(row => [row, key(row)]));
      const sign = way === 'descending' ? -1 : 1;
      const sorted = !way ? rows : [...rows].sort((a, b) => sign * (isNumber
        ? Math.sign(keys.get(a) - keys.get(b)) || 0
        : order.compare(keys.get(a), keys.get(b))));
      table.tBodies[0].append(...sorted);
    });
  });
}

// The rows that hold each word.
for (const search of all(document, '.search')) {
  const rows = all(search.nextElementSibling, 'tbody tr').map(row => [row, row.textContent.toLowerCase()]);
  const output = search.querySelector('output');
  search.hidden = false;
  search.addEventListener('input', event => {
    const words = event.target.value.toLowerCase().split(/\s+/);
    let found = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every(word => text.includes(word));
      found += !row.hidden;
    }
    output.textContent = `${found} of ${rows.length}`;
  });
  output.textContent = rows.length;
}

// An icicle zooms: a box fills the width, with what it is a part of above it and its parts below.
for (const figure of all(document, 'figure')) {
  const svg = figure.querySelector('svg');
  const where = figure.querySelector('.where');
  const boxes = all(svg, ':scope > svg').map((node, index) => {
    const title = node.querySelector('title').textContent;
    const path = title.split('\n')[0];
    const isBlock = node.classList.contains('b');
    return {
      node, title, left: parseFloat(node.getAttribute('x')), width: parseFloat(node.getAttribute('width')),
      level: node.y.baseVal.value, isMerged: node.classList.contains('m'),
      name: !index ? path : (isBlock ? path : path.slice(0, path.lastIndexOf(', '))).split('/').pop(),
    };
  });
  if (!boxes.length) continue;
  const covers = (a, b) => a.left <= b.left + 1e-3 && a.left + a.width >= b.left + b.width - 1e-3;
  const step = boxes[1] ? boxes[1].level : 0;
  let top = boxes[0], current = boxes[0];

  const label = box => {
    let text = box.node.querySelector('text');
    const room = Math.floor((svg.clientWidth * box.width / top.width - 6) / 7);
    const cut = room < 3 ? '' : box.name.slice(0, room - 1) + '…';
    const name = box.isMerged ? '' : box.name.length <= room ? box.name : cut;
    if (!text && name) {
      text = document.createElementNS(svg.namespaceURI, 'text');
      text.setAttribute('x', 4);
      text.setAttribute('y', 18);
      box.node.append(text);
    }
    if (text) text.textContent = name;
  };
  const draw = () => {
    for (const box of boxes) {
      const isAbove = box.level <= top.level && covers(box, top);
      const isInside = box.level > top.level && covers(top, box);
      box.isShown = isAbove || isInside;
      box.node.style.display = box.isShown ? '' : 'none';
      box.node.setAttribute('x', isAbove ? '0%' : `${(box.left - top.left) / top.width * 100}%`);
      box.node.setAttribute('width', isAbove ? '100%' : `${box.width / top.width * 100}%`);
      if (box.isShown) label(isAbove ? { ...box, width: top.width } : box);
    }
  };
  const tell = box => {
    where.textContent = box.title.replace('\n', ': ');
    if (top !== boxes[0]) {
      const back = document.createElement('button');
      back.type = 'button';
      back.textContent = 'Show all';
      back.addEventListener('click', () => zoom(boxes[0]));
      where.append(back);
    }
  };
  const go = box => {
    if (!box) return;
    current.node.tabIndex = -1;
    current = box;
    current.node.tabIndex = 0;
    current.node.focus();
  };
  const zoom = box => {
    // Places have four decimals: what is narrower than this has lost its own.
    if (box.width < 0.01) return;
    top = box;
    draw();
    go(box);
    tell(box);
  };
  const beside = sign => boxes
    .filter(box => box.isShown && box.level === current.level && sign * (box.left - current.left) > 0)
    .sort((a, b) => sign * (a.left - b.left))[0];
  const keys = {
    ArrowLeft: () => go(beside(-1)),
    ArrowRight: () => go(beside(1)),
    ArrowUp: () => go(boxes.find(box => box.level === current.level - step && covers(box, current))),
    ArrowDown: () => go(boxes.find(box => box.isShown && box.level === current.level + step && covers(current, box))),
    Enter: () => zoom(current),
    ' ': () => zoom(current),
    Escape: () => zoom(boxes[0]),
  };
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', svg.getAttribute('aria-label') + ' Arrow keys move, Enter zooms, Escape shows all.');
  svg.addEventListener('keydown', event => {
    if (!keys[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  for (const box of boxes) {
    box.node.setAttribute('role', 'button');
    box.node.setAttribute('aria-label', box.title);
    box.node.tabIndex = box === current ? 0 : -1;
    box.node.addEventListener('click', () => zoom(box));
    box.node.addEventListener('mouseenter', () => tell(box));
    box.node.addEventListener('focus', () => tell(box));
  }
  tell(boxes[0]);
  new ResizeObserver(draw).observe(svg);
}
