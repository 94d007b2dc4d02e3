"""Serves the views of a Django program, which its settings name: says the port in a line, and ends when its input does."""

from django.core.wsgi import get_wsgi_application
from wsgi import serve

serve(get_wsgi_application())
