"""What the engine reads in Django code; the marks under a line are checked by test/frameworks/examples.test.ts."""

from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.views import View
from rest_framework import status
from rest_framework.decorators import api_view
from rest_framework.response import Response
from rest_framework.viewsets import ModelViewSet


@api_view(["POST"])
# <- route POST null -> 201 response creates
def create_item(request):
    serializer = ItemSerializer(data=request.data)
    if not serializer.is_valid():
        return Response(serializer.errors, status=status.HTTP_400_BAD_REQUEST)
        #                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ use 400 returned
    serializer.save()
    return Response(serializer.data, 201)
    #                                ^^^ use 201 returned


class ItemView(View):
    def get(self, request, item_id):
    # <- route GET null -> 200 response
        if item_id not in items:
            return JsonResponse({"error": "no such item"}, status=404)
            #                                                     ^^^ use 404 returned
        return JsonResponse(items[item_id])

    def delete(self, request, item_id):
    # <- route DELETE null -> 204 response
        if item_id not in items:
            raise Http404
            #     ^^^^^^^ use 404 raised
        items.pop(item_id)
        return HttpResponse(status=204)
        #                          ^^^ use 204 returned

    def put(self, request, item_id):
    # <- route PUT null -> 302 response
        return HttpResponseRedirect("/items")


class OrderViewSet(ModelViewSet):
    def create(self, request):
    # <- route POST null -> 202 response creates
        order = Order.objects.create(**request.data)
        return Response({"id": order.id}, status=status.HTTP_202_ACCEPTED)
        #                                        ^^^^^^^^^^^^^^^^^^^^^^^^ use 202 returned


class Plain:
    def get(self, key, size=404):
        return HttpResponse("x" * 200, "text/plain")
