// First of all: nobody else may find in the window what the pane left there.
import './keep/at-start.js'
import { createRoot } from 'react-dom/client'
import { App } from './App.js'
import '../tab/page.css'
import '../tab/head.css'
import '../tab/tones.css'
import '../tab/cards.css'
import '../tab/narrow.css'
import './pane.css'

const root = document.getElementById('page')
if (root) createRoot(root).render(<App />)
