using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>Renders the pages: static HTML, no script.</summary>
internal sealed class ClerkPages(IServiceProvider services, ILoggerFactory logs)
{
    public async Task<IResult> ShowAsync<TPage>(HttpContext context, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        parameters["Words"] = Words.Of(context);
        parameters["Address"] = (string)(context.Request.Method == HttpMethods.Get ? context.Request.Path : ClerkPaths.Root);
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return Results.Text(html, "text/html; charset=utf-8", statusCode: status);
    }
}
