"""Asking for a page over the network: where one may go, checked connections, limits, robots.txt, archives."""
