export default function StartPage() {
  return (
    <main>
      <h1>Gần Dân – cấp trên</h1>
    </main>
  );
}
