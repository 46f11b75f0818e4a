using Microsoft.OpenApi;

namespace FastApiService.Platform.OpenApi;

/// <summary>Whether a place takes null: in the type where there is one, as a second schema where there is a reference.</summary>
internal static class PlaceNulls
{
    public static void AllowNull(this Place place)
    {
        if (place.Schema is OpenApiSchemaReference)
        {
            place.Replace(new OpenApiSchema { AnyOf = [Place.Bare(place.Schema), new OpenApiSchema { Type = JsonSchemaType.Null }] });
        }
        else if (place.Schema is OpenApiSchema { Type: { } type } inline)
        {
            inline.Type = type | JsonSchemaType.Null;
        }
    }

    public static void ForbidNull(this Place place)
    {
        switch (place.Schema)
        {
            case OpenApiSchema { AnyOf: [var value, { Type: JsonSchemaType.Null }] }:
                place.Replace(value);
                break;
            case OpenApiSchema { Type: { } type } inline:
                inline.Type = type & ~JsonSchemaType.Null;
                break;
            case OpenApiSchema { AllOf: null, AnyOf: null }:
                place.Say(schema => schema.Forbid(new OpenApiSchema { Type = JsonSchemaType.Null }));
                break;
        }
    }
}
