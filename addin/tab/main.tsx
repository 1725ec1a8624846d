import { createRoot } from 'react-dom/client'
import { App } from './App.js'
import './page.css'
import './head.css'
import './tones.css'
import './learn.css'
import './round.css'
import './kompass.css'
import './own-data.css'
import './cards.css'

const root = document.getElementById('page')
if (root) createRoot(root).render(<App />)
