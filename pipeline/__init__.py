"""graphe-presse: French press articles in; a typed graph of people, organisations and events out."""
