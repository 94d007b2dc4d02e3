"""Views of Django by their decorators, and what REST framework's classes answer by themselves; marked like the example."""

from django.contrib import admin
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe
from rest_framework import generics, mixins, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.response import Response
from rest_framework.views import APIView
from rest_framework.viewsets import GenericViewSet, ModelViewSet


@require_http_methods(["POST", "DELETE"])
# <- route POST null -> 204 response
# <- route DELETE null -> 204 response
def clear(request):
    return HttpResponse(status=204)
    #                          ^^^ use 204 returned


@csrf_exempt
@require_POST
# <- route POST /pay -> 202 response
def pay(request):
    return JsonResponse({}, status=202)
    #                              ^^^ use 202 returned


@require_GET
# <- route GET /items/<int:item_id>/ -> 200 response
def show(request, item_id):
    return JsonResponse({})


@require_safe
# <- route GET null -> 200 response
# <- route HEAD null -> 200 response
def read(request):
    return JsonResponse({})


@require_http_methods(("PUT",))
# <- route PUT null ->  response
def handed_on(request):
    return answer(request)


@require_http_methods(["GET", "POST"])
# <- route GET null -> 200,302 response
# <- route POST null -> 200,302 response
def edit(request):
    if request.method == "POST":
        response = redirect("show")
        return response
    response = render(request, "edit.html", {})
    return response


@api_view()
# <- route GET null -> 200 response
def ready(request):
    return Response({})


# ---- what the classes bring

class Items(ModelViewSet):
#           ^^^^^^^^^^^^ route GET null -> 200 unknown
#           ^^^^^^^^^^^^ route GET null -> 200 unknown
#           ^^^^^^^^^^^^ route PUT null -> 200 unknown
#           ^^^^^^^^^^^^ route PATCH null -> 200 unknown
    queryset = Item.objects.all()

    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)

    def create(self, request):
    # <- route POST null -> 201 response creates
        check(request)
        return super().create(request)

    def destroy(self, request, pk):
    # <- route DELETE null -> 204 response
        if locked(pk):
            return Response({}, status=409)
            #                          ^^^ use 409 returned
        return super(Items, self).destroy(request, pk)

    @action(detail=True, methods=["post"])
    # <- route POST null -> 200 response
    def publish(self, request, pk):
        return Response({})

    @action(detail=True)
    # <- route GET null -> 200 response
    def history(self, request, pk):
        return Response([])


class Orders(mixins.CreateModelMixin, mixins.UpdateModelMixin, GenericViewSet):
#            ^^^^^^^^^^^^^^^^^^^^^^^ route POST null -> 201 unknown
    serializer_class = OrderSerializer

    def update(self, request, pk):
    # <- route PUT null -> 200 response
        return Response({})


class Limited(viewsets.ModelViewSet[Item]):
#             ^^^^^^^^^^^^^^^^^^^^^ route GET null -> 200 unknown
#             ^^^^^^^^^^^^^^^^^^^^^ route GET null -> 200 unknown
#             ^^^^^^^^^^^^^^^^^^^^^ route POST null -> 201 unknown
    http_method_names = ["get", "post"]
    queryset = Item.objects.all()


class ItemList(generics.ListCreateAPIView):
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^ route GET /items/ -> 200 unknown
    serializer_class = ItemSerializer

    def post(self, request):
    # <- route POST /items/ -> 201 response creates
        return self.create(request)


class ItemDetail(mixins.DestroyModelMixin, generics.GenericAPIView):
    def delete(self, request, pk):
    # <- route DELETE null -> 204 response
        return self.destroy(request, pk)


class Sums(generics.CreateAPIView):
    def create(self, request):
    # <- route POST null -> 200 response creates
        return Response({"sum": 3})


class Tags(ProjectViewSet):
    def create(self, request):
    # <- route POST null ->  response creates
        return super().create(request)


@admin.action(description="Send anew")
def send(admin, request, rows):
    rows.send()


class Actions(ModelViewSet):
    http_method_names = []

    @action(detail=True, methods=["post"])
    # <- route POST null -> 200 response
    def delete(self, request, pk):
        return Response({})


class Reports(APIView):
    serializer_class = ReportSerializer

    def post(self, request):
    # <- route POST null -> 202 response creates
        return Response(self.create(request.data), status=202)
        #                                                 ^^^ use 202 returned

    def create(self, data):
        return build(data)

    def list(self, year):
        return years[year]


class Base(ModelViewSet):
    queryset = Item.objects.all()


class BaseItems(ModelViewSet):
    queryset = Item.objects.all()


class Unfinished(ModelViewSet):
    permission_classes = [IsOwner]


class Plain(Base):
    def perform_destroy(self, instance):
        instance.hide()


urlpatterns = [
    path("pay", pay),
    path("items/<int:item_id>/", show),
    path("items/", ItemList.as_view()),
    path("read", elsewhere.read),
]
