using Agency.Adapter.AgencySystem.Rest.Packages;
using Axis.Contracts.Errors;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Agency.Adapter.AgencySystem.Rest.Describe;

/// <summary>The OpenAPI document: what the endpoints' types cannot say is put in from their explanations.</summary>
internal static class Description
{
    private const string Key = "key";

    public static IServiceCollection AddRestDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            Introduce(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Explain(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Agency adapter",
            Version = "v1",
            Description = "Local interface of the document exchange axis for agencies' document systems. Every refusal is a problem (RFC 9457) with a code "
                + "of docs/errors.md and sentences in Vietnamese and English. Times are ISO 8601 in UTC; hashes are lower-case hex SHA-256.",
        };
        document.Servers = [new OpenApiServer { Url = "http://127.0.0.1:7180" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Key of the local system." },
        };
    }

    private static void Explain(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        if (metadata.OfType<Explanation>().SingleOrDefault() is { } explanation)
        {
            if (explanation.Example is { } example && operation.Responses.Values.First().Content?.Values.FirstOrDefault() is { } answer)
            {
                answer.Example = example.DeepClone();
            }

            AddProblems(operation.Responses, explanation.Errors);
        }

        if (metadata.OfType<KeyNeeded>().Any())
        {
            AddProblems(operation.Responses, [ErrorCatalogue.KeyUnknown]);
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }];
        }

        foreach (var header in metadata.OfType<HeadersRead>().SelectMany(read => read.Names))
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter { Name = header, In = ParameterLocation.Header, Schema = Text() });
        }

        DescribeBodies(operation.RequestBody?.Content, metadata.OfType<FormParts>().SingleOrDefault(), context.Document);
    }

    private static void AddProblems(OpenApiResponses responses, IEnumerable<ErrorEntry> errors)
    {
        foreach (var status in errors.GroupBy(Problem.StatusOf))
        {
            responses[status.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)].Description =
                string.Join("\n", status.Select(error => $"{error.Code}: {error.English} / {error.Vietnamese}"));
        }
    }

    /// <summary>edXML is bytes to this document, and a form is its JSON part and files.</summary>
    private static void DescribeBodies(IDictionary<string, OpenApiMediaType>? bodies, FormParts? parts, OpenApiDocument? whole)
    {
        foreach (var (kind, body) in bodies ?? new Dictionary<string, OpenApiMediaType>())
        {
            if (kind is "application/xml" or "application/octet-stream")
            {
                body.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "edXML of QCVN 102:2016/BTTTT" };
            }
            else if (kind == "multipart/form-data" && body.Schema is { } json)
            {
                body.Schema = parts is null
                    ? Form(["document", "file"], ("document", json))
                    : Form(
                        parts.NeedsDocument ? ["request", "document", "file"] : ["request"],
                        ("request", json), ("document", new OpenApiSchemaReference(nameof(DocumentBody), whole)));
            }
        }
    }

    private static OpenApiSchema Form(string[] required, params (string Name, IOpenApiSchema Schema)[] parts)
    {
        var properties = parts.ToDictionary(part => part.Name, part => part.Schema);
        properties["file"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        return new() { Type = JsonSchemaType.Object, Required = required.ToHashSet(), Properties = properties };
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
