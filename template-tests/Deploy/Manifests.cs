using FastApiStyle.TemplateTests.Harness;
using FastApiStyle.TemplateTests.Options;
using k8s;
using k8s.Models;

namespace FastApiStyle.TemplateTests.Deploy;

/// <summary>What stands in <c>deploy/kubernetes</c> of a scaffold, as <c>kubectl apply -k</c> reads it.</summary>
internal sealed class Manifests
{
    public const string Folder = "deploy/kubernetes";

    private Manifests(Scaffold scaffold)
    {
        Scaffold = scaffold;
        Files = [.. scaffold.Files().Where(file => file.StartsWith($"{Folder}/", StringComparison.Ordinal)).Select(Path.GetFileName)!];
        // Strict: a member or a kind that Kubernetes does not have, a member that stands twice, or a value of another type throws.
        Objects = Files.Where(file => file != "kustomization.yaml").ToDictionary(file => file, file => (IKubernetesObject<V1ObjectMeta>)
            Assert.Single(KubernetesYaml.LoadAllFromString(Read(file), strict: true)));
        Kustomization = new(Read("kustomization.yaml"));
    }

    public Scaffold Scaffold { get; }

    public IReadOnlyList<string> Files { get; }

    /// <summary>The object of each file.</summary>
    public IReadOnlyDictionary<string, IKubernetesObject<V1ObjectMeta>> Objects { get; }

    public Kustomization Kustomization { get; }

    public V1Deployment Deployment => One<V1Deployment>();

    public V1PodTemplateSpec Instance => Deployment.Spec.Template;

    /// <summary>The migration, where it is a job.</summary>
    public V1Job? Job => Objects.Values.OfType<V1Job>().SingleOrDefault();

    /// <summary>What runs pods: each one's template.</summary>
    public IEnumerable<V1PodTemplateSpec> Pods => Job is null ? [Instance] : [Instance, Job.Spec.Template];

    public IEnumerable<V1Container> Containers => Pods.Select(pod => Assert.Single(pod.Spec.Containers));

    public static Task<Manifests> Of(string database, string auth, string docker = "true", string name = "Shop") =>
        Of(Combinations.Default.With("database", database).With("auth", auth).With("docker", docker), name);

    public static async Task<Manifests> Of(Combination combination, string name = "Shop") =>
        new(await Engine.Default.Create(combination.With("deploy", "kubernetes"), name));

    public T One<T>() => Assert.Single(Objects.Values.OfType<T>());

    /// <summary>The settings of a container, those of secrets in angle brackets. What stands there wins over what stands in the ConfigMap, as Kubernetes has it.</summary>
    public Dictionary<string, string> Settings(V1Container container)
    {
        var settings = new Dictionary<string, string>(Kustomization.Literals);
        foreach (var setting in container.Env ?? [])
        {
            settings[setting.Name] = setting.Value ?? $"<{setting.ValueFrom.SecretKeyRef.Key}>";
        }

        return settings;
    }

    private string Read(string file) => Scaffold.Read($"{Folder}/{file}");
}
