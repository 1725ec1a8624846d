import { createRoot } from 'react-dom/client'
import { App } from './App.js'
import './page.css'
import './result.css'
import './narrow.css'

const root = document.getElementById('page')
if (root) createRoot(root).render(<App />)
