import { createRoot } from 'react-dom/client'
import { App } from './App.js'
import './page.css'
import './learn.css'
import './cards.css'

const root = document.getElementById('page')
if (root) createRoot(root).render(<App />)
