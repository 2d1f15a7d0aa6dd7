// Opens the explorer from its file in Firefox and tells, as JSON, what it did: node firefox.mjs FIREFOX FILE-ADDRESS
import puppeteer from 'puppeteer-core'

const [program, address] = process.argv.slice(2)
const told = { requests: [], errors: [], heading: '', answer: '', another: '', card: '' }

const browser = await puppeteer.launch({ browser: 'firefox', executablePath: program, headless: true })
try {
  const page = await browser.newPage()
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && request.url().split('#')[0] !== address) told.requests.push(request.url())
  })
  page.on('pageerror', (error) => told.errors.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) told.errors.push(message.text())
  })
  await page.goto(`${address}#/start`)
  await page.waitForSelector('.answer .question', { timeout: 60_000 })
  told.heading = await page.$eval('h1', (each) => each.textContent)
  told.answer = await page.$eval('.answer .question', (each) => each.textContent)
  // another day needs the engine: WebAssembly in a worker made from a Blob
  told.another = await page.evaluate(async () => (await window.remit.ask('coverage/cells', '2023-03-20')).length)
  await page.evaluate(() => document.querySelector('.answer a.button').click())
  await page.waitForSelector('aside.card h2', { timeout: 60_000 })
  told.card = await page.$eval('aside.card h2', (each) => each.textContent)
} finally {
  await browser.close()
}
console.log(JSON.stringify(told))
