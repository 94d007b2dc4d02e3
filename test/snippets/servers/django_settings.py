"""The settings of a project around the views of a Django program: what they need, and the middleware that sees every answer."""

SECRET_KEY = "of nobody"
ALLOWED_HOSTS = ["127.0.0.1", "testserver"]
ROOT_URLCONF = "views"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.middleware.common.CommonMiddleware"]
USE_TZ = True
